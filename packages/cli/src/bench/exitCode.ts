import type { LoadResult } from '@dynoscope/load';

/**
 * What the shell is told: 0 fine, 1 an objective is missed, 3 it could not be measured (the run does not count, nothing was
 * answered, or an objective stays undecided), 130 interrupted.
 */
export function exitCode(result: LoadResult, interrupted: boolean): number {
  if (interrupted) return 130;
  const { validity, requests, slo = [] } = result;
  const statuses = slo.map(({ status }) => status);
  if (validity.verdict === 'invalid' || requests.succeeded === 0) return 3;
  if (statuses.includes('fail')) return 1;
  return statuses.includes('inconclusive') ? 3 : 0;
}
