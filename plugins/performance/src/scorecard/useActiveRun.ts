import type { Run } from '@dynoscope/scorecard';
import { useEffect, useRef } from 'react';
import type { FollowedRun } from '../run/followRun';
import { isEnded } from '../run/runProgress';
import { useRun } from '../run/useRun';

/** Follows the run that a scorecard names as going on, and says once when it has ended. */
export function useActiveRun(
  run: Run,
  onEnded: () => void,
): FollowedRun & { run: Run } {
  const followed = useRun(run.id);
  const newest = followed.run ?? run;
  const newestOnEnded = useRef(onEnded);
  newestOnEnded.current = onEnded;
  const hasEnded = isEnded(newest);
  useEffect(() => {
    if (hasEnded) {
      newestOnEnded.current();
    }
  }, [hasEnded, run.id]);
  return { ...followed, run: newest };
}
