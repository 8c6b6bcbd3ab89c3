import type { Experiment } from '@dynoscope/scorecard';
import { formatDay, formatTime } from '@dynoscope/scorecard/format';
import { experimentState } from '../experiment/experimentState';
import type { Translate } from '../translation/useTranslation';

/** The changes among the runs of a check, in words: when each came into force and what came of it. */
export function marksText(
  experiments: readonly Experiment[],
  t: Translate,
): string {
  const marks = experiments.flatMap(experiment => {
    const { appliedAt, verdict } = experiment;
    return appliedAt
      ? t('experiment.mark', {
          time: `${formatDay(appliedAt)}, ${formatTime(appliedAt)}`,
          verdict: verdict
            ? t(`experiment.verdict.${verdict}`)
            : t(`experiment.state.${experimentState(experiment)}`),
        })
      : [];
  });
  return marks.join('; ');
}
