import type { Run } from '@dynoscope/scorecard';
import { formatClock, formatNumber } from '@dynoscope/scorecard/format';
import { Icon } from '../foundations/Icon';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { Notice } from './Notice';
import { sentence } from './refusalText';

/** Why a run ended without a score. The service is never blamed for what Dynoscope could not do. */
export function EndNotice(props: { run: Run }) {
  const { run } = props;
  const { t } = useTranslation();
  const { state, error } = run;
  const said = error && `${sentence(error.message)} `;

  if (error?.code === 'killed') {
    return (
      <Notice
        tone="warn"
        icon={<Icon name="lock" />}
        title={t('run.end.killed')}
      >
        {said}
        {t('run.end.failedText')}
      </Notice>
    );
  }
  if (state === 'cancelled') {
    return (
      <Notice
        tone="none"
        icon={<OutcomeIcon status="not-applicable" />}
        title={cancelledTitle()}
      >
        {cancelledText()}
      </Notice>
    );
  }
  if (state === 'interrupted') {
    return (
      <Notice
        tone="none"
        icon={<OutcomeIcon status="error" />}
        title={t('run.end.interrupted')}
      >
        {t('run.end.interruptedText')}
      </Notice>
    );
  }
  const isProtected = error?.code === 'breaker-open';
  return (
    <Notice
      tone={isProtected ? 'fail' : 'none'}
      icon={<OutcomeIcon status={isProtected ? 'fail' : 'error'} />}
      title={t(isProtected ? 'run.end.breaker' : 'run.end.failed')}
    >
      {said}
      {t('run.end.failedText')}
    </Notice>
  );

  function cancelledTitle(): string {
    if (!run.startedAt || !run.finishedAt) return t('run.end.cancelled');
    const seconds =
      (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
    return t('run.end.cancelledAfter', { time: formatClock(seconds) });
  }

  function cancelledText(): string {
    const count = run.progress.probes.reduce(
      (sum, { live }) => sum + (live ? live.succeeded + live.failed : 0),
      0,
    );
    return count > 0
      ? t('run.end.cancelledText', { count, requests: formatNumber(count) })
      : t('run.end.cancelledNothing');
  }
}
