import type { LoadResult } from '@dynoscope/load';
import type { Measurement } from '@dynoscope/scorecard';
import { version } from '../../package.json';

/** Where the numbers of a load come from. */
export function loadSource(
  { plan }: Pick<LoadResult, 'plan'>,
  arrival: string,
): Measurement['source'] {
  return {
    kind: 'load',
    detail: `${plan.protocol}, ${arrival}`,
    version: `dynoscope/${version}`,
    vantage: 'portal',
  };
}
