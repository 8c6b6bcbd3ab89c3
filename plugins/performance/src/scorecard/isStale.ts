import type { Scorecard } from '@dynoscope/scorecard';

/** Whether everything that was measured is older than its freshness; single old values say so in their rows. */
export function isStale(scorecard: Scorecard): boolean {
  const measured = scorecard.outcomes.filter(
    ({ value, findings }) => value !== undefined || findings !== undefined,
  );
  return measured.length > 0 && measured.every(({ stale }) => stale);
}
