import { Button } from '@backstage/ui';
import type { EmptyReason, Scorecard } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import { EmptyState } from '../foundations/EmptyState';
import { formatTime } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import { mayRun } from './mayRun';
import { NothingToMeasure } from './NothingToMeasure';
import { NotInEnvironment } from './NotInEnvironment';
import { subjectsText } from './subjectsText';

/** A scorecard without outcomes: which of the reasons it is, and what to do about it. */
export function EmptyScorecard(props: {
  scorecard: Scorecard;
  reason: EmptyReason;
  /** Name of the entity, as annotations and sentences call it. */
  name: string;
  onRun: () => void;
  onShowEnvironment?: (environment: string) => void;
}) {
  const { scorecard, reason, name, onRun, onShowEnvironment } = props;
  const { t } = useTranslation();
  switch (reason) {
    case 'not-measured-yet':
      return (
        <EmptyState
          icon={<Icon name="gauge" />}
          title={t('scorecard.empty.notMeasured')}
          text={notMeasuredText()}
        >
          {mayRun(scorecard) && !scorecard.activeRun && (
            <Button
              variant="primary"
              iconStart={<Icon name="play" />}
              onPress={onRun}
            >
              {t('scorecard.runNow')}
            </Button>
          )}
        </EmptyState>
      );
    case 'paused':
      return (
        <EmptyState
          icon={<Icon name="pause" />}
          title={t('scorecard.empty.paused')}
          text={t('scorecard.empty.pausedText')}
        />
      );
    case 'not-in-environment':
      return (
        <NotInEnvironment
          scorecard={scorecard}
          name={name}
          onShowEnvironment={onShowEnvironment}
        />
      );
    default:
      return <NothingToMeasure name={name} />;
  }

  function notMeasuredText(): string {
    const subjects = subjectsText(scorecard.subjects, t);
    return [
      subjects && t('scorecard.empty.notMeasuredFound', { subjects }),
      scorecard.nextRunAt
        ? t('scorecard.empty.notMeasuredNext', {
            time: formatTime(scorecard.nextRunAt),
          })
        : t('scorecard.empty.notMeasuredUnscheduled'),
    ]
      .filter(Boolean)
      .join(' ');
  }
}
