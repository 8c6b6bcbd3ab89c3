import { judgeExperiment } from '../judgeExperiment';
import type { Report } from '../reportSchema';
import type { Measurement } from '../schema';
import { measurementOf } from './fixtures';
import { reportOf } from './report';

const subject = 'endpoint/iris';
/** A promise of a median latency. */
export const expected = {
  metric: 'inference.latency',
  statistic: 'p50',
  lower: 40,
  upper: 60,
  unit: 'ms',
} as const;

/** A valid report of one median latency, with what reaches to each side of it. */
export function latency(
  value: number,
  reach: [below: number, above: number] = [2, 2],
  changes: Partial<Measurement> = {},
): Report {
  return reportWith([
    measurementOf({
      metric: 'inference.latency',
      statistic: 'p50',
      value,
      interval: {
        lower: value - reach[0],
        upper: value + reach[1],
        level: 0.95,
      },
      ...changes,
    }),
  ]);
}

/** A report of these measurements. */
export function reportWith(
  measurements: Measurement[],
  verdict: 'valid' | 'client-limited' | 'invalid' = 'valid',
): Report {
  return {
    ...reportOf(),
    measurements,
    validity: {
      verdict,
      reasons: [{ code: 'gc', message: 'The client paused.' }],
    },
  };
}

/** Judges an experiment in which lower is better. */
export const judge = (
  base: Report,
  candidate: Report,
  options: Partial<Parameters<typeof judgeExperiment>[0]> = {},
) =>
  judgeExperiment({
    expected,
    base,
    candidate,
    subject,
    better: 'lower',
    ...options,
  });
