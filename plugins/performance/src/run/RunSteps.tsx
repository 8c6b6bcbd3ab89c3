import type { ProbeProgress, Run } from '@dynoscope/scorecard';
import { formatClock, formatNumber } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { probeTitle } from './probeTitle';
import styles from './Progress.module.css';
import { clipText } from './refusalText';
import { isEnded, secondsOf } from './runProgress';

type StepState = ProbeProgress['state'] | 'stopped' | 'skipped';

/** The probes of a run, one after the other, each with how far it is. */
export function RunSteps(props: { run: Run }) {
  const { run } = props;
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t('run.progress.steps')}>
      {run.progress.probes.map(step => {
        const planned = run.plan.probes.find(
          ({ probe, subject }) =>
            probe === step.probe && subject === step.subject,
        );
        const state = stateOf(step);
        return (
          <li
            key={`${step.probe} ${step.subject}`}
            className={styles[state]}
            aria-current={state === 'running' ? 'step' : undefined}
          >
            <StepIcon state={state} />
            <span className={styles.what}>
              <span className={styles.name}>
                {probeTitle(planned ?? step, t)}
              </span>{' '}
              <span className={`${foundations.small} ${foundations.muted}`}>
                {stepDetail(step, state)}
              </span>
            </span>
            <span className={`${styles.clock} ${styles.time}`}>
              {clockOf(step, planned?.max.seconds)}
            </span>
          </li>
        );
      })}
    </ol>
  );

  function clockOf(step: ProbeProgress, most?: number): string | undefined {
    const seconds = secondsOf(step) ?? most;
    return seconds === undefined ? undefined : formatClock(seconds);
  }

  /** A run that has ended runs nothing, whatever was last heard of its probes. */
  function stateOf(step: ProbeProgress): StepState {
    if (!isEnded(run)) return step.state;
    if (step.state === 'running') return 'stopped';
    return step.state === 'waiting' ? 'skipped' : step.state;
  }

  function stepDetail(step: ProbeProgress, state: StepState): string {
    const count =
      step.state !== 'waiting' && step.total > 0
        ? t('run.progress.doneOf', {
            done: formatNumber(Math.floor(step.done)),
            total: formatNumber(Math.floor(step.total)),
            unit: step.unit,
          })
        : undefined;
    const message = step.message && clipText(step.message, 200);
    return [step.subject, t(`run.progress.states.${state}`), count, message]
      .filter(Boolean)
      .join(' · ');
  }
}

function StepIcon(props: { state: StepState }) {
  const { state } = props;
  if (state === 'succeeded') return <OutcomeIcon status="pass" />;
  if (state === 'failed') return <OutcomeIcon status="error" />;
  if (state === 'cancelled' || state === 'stopped' || state === 'skipped') {
    return <OutcomeIcon status="not-applicable" />;
  }
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      {state === 'running' ? (
        <>
          <circle cx="8" cy="8" r="6.2" opacity=".35" />
          <path d="M8 1.8A6.2 6.2 0 0 1 14.2 8" />
        </>
      ) : (
        <circle cx="8" cy="8" r="2.2" />
      )}
    </svg>
  );
}
