import type { Expected, Unit } from '@dynoscope/scorecard';
import type { Range } from '../prediction/Range';
import type { Sought } from './Proposal';
import type { SubjectFacts } from './SubjectFacts';
import { outward } from './words';

/** A loop that waits for its ceiling is a little below it. */
const nearCeiling = 0.9;

/** The same plan is measured again, so more than it sends cannot be promised. */
function measurable(
  range: Range | undefined,
  ceiling: number | undefined,
): Range | undefined {
  if (!range || ceiling === undefined) return range;
  return {
    lower: Math.min(range.lower, nearCeiling * ceiling),
    upper: Math.min(range.upper, ceiling),
  };
}

/** The promise about the value that the check judges, and those about the others. */
export function splitExpected(
  { rateCeiling }: Pick<SubjectFacts, 'rateCeiling'>,
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
    ...promise(
      'inference.capacity',
      'max',
      '1/s',
      measurable(ranges.throughput, rateCeiling),
    ),
  ];
  const isSought = ({ metric, statistic }: Expected) =>
    metric === sought.judges.metric && statistic === sought.judges.statistic;
  const others = all.filter(each => !isSought(each));
  return {
    expected: all.find(isSought),
    ...(others.length > 0 && { alsoExpected: others }),
  };
}
