import type { Expected, Unit } from '@dynoscope/scorecard';
import type { Range } from '../prediction/Range';
import type { Sought } from './Proposal';
import { outward } from './words';

/** The promise about the value that the check judges, and those about the others. */
export function splitExpected(
  sought: Sought,
  ranges: { p50?: Range; p99?: Range; throughput?: Range },
): { expected?: Expected; alsoExpected?: Expected[] } {
  const promise = (
    metric: string,
    statistic: string,
    unit: Unit,
    range: Range | undefined,
  ): Expected[] =>
    range ? [{ metric, statistic, ...outward(range, unit), unit }] : [];
  const all = [
    ...promise('inference.latency', 'p50', 'ms', ranges.p50),
    ...promise('inference.latency', 'p99', 'ms', ranges.p99),
    ...promise('inference.capacity', 'max', '1/s', ranges.throughput),
  ];
  const isSought = ({ metric, statistic }: Expected) =>
    metric === sought.judges.metric && statistic === sought.judges.statistic;
  const others = all.filter(each => !isSought(each));
  return {
    expected: all.find(isSought),
    ...(others.length > 0 && { alsoExpected: others }),
  };
}
