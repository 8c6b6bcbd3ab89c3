import type { Outcome, Status } from '../outcomeSchema';
import type { Measurement } from '../schema';

/** A measurement of the endpoint `endpoint/iris`, sound unless told otherwise. */
export function measurementOf(
  measurement: Partial<Measurement> & Pick<Measurement, 'metric' | 'value'>,
): Measurement {
  return {
    statistic: 'p99',
    subject: 'endpoint/iris',
    unit: 'ms',
    n: 6_000,
    window: {
      start: '2026-11-23T14:29:00.000Z',
      end: '2026-11-23T14:30:00.000Z',
    },
    source: { kind: 'load', detail: 'closed loop', vantage: 'portal' },
    confidence: { value: 1, reasons: [] },
    evidenceIds: ['e-1'],
    ...measurement,
  };
}

/** An outcome of a status. */
export function outcomeOf(
  status: Status,
  outcome: Partial<Outcome> = {},
): Outcome {
  return {
    checkId: 'inference-latency-p99',
    category: 'inference',
    title: 'P99 latency',
    status,
    subject: 'endpoint/iris',
    why: 'It matters.',
    measuredAt: '2026-11-23T14:30:00.000Z',
    runId: 'r-1',
    reportId: 'p-1',
    ...outcome,
  };
}

/** What `evaluateChecks` needs beside measurements. */
export const run = {
  runId: 'r-1',
  reportId: 'p-1',
  measuredAt: '2026-11-23T14:30:00.000Z',
};
