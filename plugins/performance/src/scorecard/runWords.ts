import type { Run } from '@dynoscope/scorecard';
import { formatClock } from '@dynoscope/scorecard/format';
import { runProgress } from '../run/runProgress';
import { stepText } from '../run/stepText';
import type { Translate } from '../translation/useTranslation';

/** What a run does now, and `0:41 of 3:10`. */
export interface RunWords {
  step: string;
  clock: string;
  /** 0 to 1. */
  share: number;
}

/** Puts a run that is going on into words. */
export function runWords(run: Run, t: Translate): RunWords {
  const { share, elapsedSeconds, totalSeconds } = runProgress(run);
  return {
    step: stepText(run, t),
    clock: t('scorecard.clock', {
      done: formatClock(elapsedSeconds),
      total: formatClock(totalSeconds),
    }),
    share,
  };
}
