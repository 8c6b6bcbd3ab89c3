import type { Comparison } from '@dynoscope/scorecard';
import { subject } from './exampleOutcomes';

const side = (value: number, lower: number, upper: number) => ({
  value,
  interval: { lower, upper, level: 0.95 },
  n: 6000,
});

/** Two reports with every verdict that there is. */
export const exampleComparison: Comparison = {
  base: {
    reportId: 'report-187',
    runId: 'r-187',
    measuredAt: '2026-11-23T08:32:00.000Z',
    validity: 'valid',
  },
  candidate: {
    reportId: 'report-188',
    runId: 'r-188',
    measuredAt: '2026-11-23T14:32:00.000Z',
    validity: 'valid',
  },
  rows: [
    {
      metric: 'inference.latency',
      statistic: 'p50',
      subject,
      unit: 'ms',
      base: side(103, 102, 104),
      candidate: side(9.8, 9.6, 10.1),
      difference: { value: -93.2, lower: -94.3, upper: -92.1 },
      relative: -0.905,
      verdict: 'better',
    },
    {
      metric: 'inference.latency',
      statistic: 'p99',
      subject,
      unit: 'ms',
      base: side(140, 132, 151),
      candidate: side(163, 155, 172),
      difference: { value: 23, lower: 9, upper: 36 },
      relative: 0.164,
      verdict: 'worse',
    },
    {
      metric: 'inference.capacity',
      statistic: 'max',
      subject,
      unit: '1/s',
      base: side(118, 114, 121),
      candidate: side(119, 116, 122),
      difference: { value: 1, lower: -3, upper: 5 },
      relative: 0.008,
      verdict: 'same',
    },
    {
      metric: 'inference.error_rate',
      statistic: 'upper95',
      subject,
      unit: '%',
      base: side(0, 0, 0.05),
      candidate: side(0.033, 0, 0.1),
      difference: { value: 0.033 },
      verdict: 'unclear',
      reason: 'too few errors to compare',
    },
  ],
  changed: [
    { field: 'deployment.batcher.maxLatency', base: '100', candidate: '5' },
    { field: 'image', candidate: 'sha256:9b1e44' },
  ],
  samePlan: true,
  notes: ['Both runs used the same seed.'],
};
