import { isDeepStrictEqual } from 'node:util';
import type { ProbePlan } from '@dynoscope/scorecard';

/** The fields in which two lists of plans differ, in words. */
export function planDifferences(before: ProbePlan[], now: ProbePlan[]): string {
  const words = before.flatMap((plan, index) => {
    const other = now.find(({ probe }) => probe === plan.probe) ?? now[index];
    if (!other) return [`${plan.probe} has no plan now`];
    const [was, is] = [plan, other].map(({ max, ...rest }) => ({
      ...rest,
      ...max,
    })) as Record<string, unknown>[];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter(field => !isDeepStrictEqual(was[field], is[field]))
      .map(
        field =>
          `${field} was ${JSON.stringify(was[field])} and is ${JSON.stringify(
            is[field],
          )}`,
      );
  });
  return words.join(', ') || 'its probes are others';
}
