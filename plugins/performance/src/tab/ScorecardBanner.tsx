import { Alert, Button } from '@backstage/ui';
import type { Scorecard } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import type { ReactElement, ReactNode } from 'react';
import { agoText } from '../foundations/ageText';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { isStale } from '../scorecard/isStale';
import { mayRun } from '../scorecard/mayRun';
import { useTranslation } from '../translation/useTranslation';
import { RunningBanner } from './RunningBanner';
import styles from './ScorecardBanner.module.css';

/** At most one banner above the checks, the most serious. */
export function ScorecardBanner(props: {
  scorecard: Scorecard;
  now: number;
  onRun: () => void;
  onShowRun: (runId: string) => void;
  onRunEnded: () => void;
}) {
  const { scorecard, now, onRun, onShowRun, onRunEnded } = props;
  const { t } = useTranslation();
  const { activeRun, validity, lastRun, enabled, measuredAt } = scorecard;
  if (activeRun) {
    return (
      <RunningBanner
        run={activeRun}
        onShow={() => onShowRun(activeRun.id)}
        onEnded={onRunEnded}
      />
    );
  }
  const age = measuredAt ? agoText(measuredAt, now, t) : '';
  const runAgain = mayRun(scorecard) && (
    <Button variant="secondary" onPress={onRun}>
      {t('scorecard.runNow')}
    </Button>
  );
  if (validity?.verdict === 'invalid') {
    const reasons = validity.reasons.map(({ message }) => message).join(' ');
    return banner('neutral', t('tab.banner.invalid'), {
      text: `${reasons} ${t('tab.banner.invalidText')}`,
      action: runAgain,
    });
  }
  if (lastRun?.state === 'partial') {
    const cause = lastRun.error?.message;
    return banner('warn', t('tab.banner.partial'), {
      text: [cause, t('tab.banner.partialText')].filter(Boolean).join(' '),
      action: runAgain,
    });
  }
  if (lastRun?.state === 'interrupted' || lastRun?.state === 'failed') {
    const cause = lastRun.error?.message;
    const { state } = lastRun;
    return banner('neutral', t(`tab.banner.${state}`), {
      text: [cause, t(`tab.banner.${state}Text`)].filter(Boolean).join(' '),
      action: runAgain,
    });
  }
  if (isStale(scorecard)) {
    return banner('warn', t('tab.banner.stale', { age }), {
      text: t(enabled ? 'tab.banner.staleText' : 'tab.banner.paused'),
      icon: <OutcomeIcon status="stale" />,
      action: runAgain,
    });
  }
  if (!enabled && !scorecard.empty) {
    return banner('neutral', t('tab.banner.paused'), {
      text: t('tab.banner.pausedText', { age }),
      icon: <Icon name="pause" />,
    });
  }
  return null;
}

function banner(
  tone: 'warn' | 'neutral',
  title: string,
  options: { text: string; icon?: ReactElement; action?: ReactNode },
) {
  const { text, icon, action } = options;
  return (
    <Alert
      className={`${styles.banner} ${styles[tone]}`}
      icon={icon ?? <OutcomeIcon status={tone === 'warn' ? 'warn' : 'error'} />}
      title={title}
      description={text}
      customActions={action || undefined}
    />
  );
}
