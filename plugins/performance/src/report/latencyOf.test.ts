import type { Report } from '@dynoscope/scorecard';
import { exampleReport } from '../../dev/exampleReport';
import { latencyOf } from './latencyOf';

const intervalOf = (report: Report, statistic: string) =>
  latencyOf(report)[0].result.percentiles.find(
    row => row.statistic === statistic,
  )?.interval;

describe('latencyOf', () => {
  it('gives a percentile the interval of its measurement, and keeps that of the evidence where it was not measured', () => {
    const wider = { lower: 300, upper: 431, level: 0.95 };
    const report: Report = {
      ...exampleReport,
      measurements: exampleReport.measurements.map(measurement =>
        measurement.statistic === 'p99'
          ? { ...measurement, interval: wider }
          : measurement,
      ),
    };
    expect(intervalOf(report, 'p99')).toEqual(wider);
    expect(intervalOf(report, 'p95')).toMatchObject({ lower: 192, upper: 211 });
  });

  it('judges by the highest percentile that has an outcome', () => {
    expect(latencyOf(exampleReport)[0].outcome?.statistic).toBe('p99');
  });

  it.each([
    ['of another kind', { kind: 'query-plan' }],
    ['without data', { data: undefined }],
    ['of an unknown shape', { data: { latency: 'fast' } }],
    ['that no measurement rests on', { id: 'evidence-2' }],
  ])('draws nothing from evidence %s', (_, part) => {
    const [evidence] = exampleReport.evidence;
    const report = {
      ...exampleReport,
      evidence: [{ ...evidence, ...part }],
    } as Report;
    expect(latencyOf(report)).toEqual([]);
  });
});
