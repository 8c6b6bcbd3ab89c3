import { measurementOf } from './__testUtils__/fixtures';
import { reportOf } from './__testUtils__/report';
import { compareReports } from './compareReports';
import { comparisonSchema } from './comparisonSchema';
import type { Report } from './reportSchema';
import type { Measurement } from './schema';

const report = (
  measurements: Partial<Measurement>[],
  changes: Partial<Report> = {},
): Report => ({
  ...reportOf(),
  validity: { verdict: 'valid', reasons: [] },
  fingerprint: { collectedBy: 'inference' },
  measurements: measurements.map(each =>
    measurementOf({ metric: 'inference.latency', value: 0, ...each }),
  ),
  ...changes,
});

/** A value with an interval of so much to each side. */
const around = (value: number, reach: number, more = {}) => ({
  value,
  interval: { lower: value - reach, upper: value + reach, level: 0.95 },
  ...more,
});
const throughput = {
  metric: 'inference.capacity',
  statistic: 'max',
  unit: '1/s',
} as const;

describe('a comparison of two reports', () => {
  it.each<[string, Partial<Measurement>, Partial<Measurement>, string]>([
    ['a clear gain', around(100, 3), around(50, 2), 'better'],
    ['a clear loss', around(100, 3), around(150, 2), 'worse'],
    ['surely within 5 %', around(100, 1), around(102, 1), 'same'],
    ['the very same', around(100, 0), around(100, 0), 'same'],
    ['maybe more than 5 %', around(100, 4), around(103, 4), 'unclear'],
    [
      'a surely higher rate',
      { ...throughput, value: 100, n: 10_000 },
      { ...throughput, value: 150, n: 10_000 },
      'better',
    ],
    [
      'a surely lower rate',
      { ...throughput, value: 150, n: 10_000 },
      { ...throughput, value: 100, n: 10_000 },
      'worse',
    ],
    [
      'a rate that the client held down',
      { ...throughput, value: 100, n: 10_000 },
      { ...throughput, value: 150, n: 10_000, facts: { ceilingReached: true } },
      'unclear',
    ],
    [
      'no interval',
      { value: 100, interval: undefined },
      around(5, 1),
      'unclear',
    ],
    [
      'a value that cannot be relied on',
      around(100, 1),
      around(50, 1, { confidence: { value: 0.2, reasons: ['gc'] } }),
      'unclear',
    ],
    [
      'a metric of which neither more nor less is better',
      around(70, 1, { metric: 'gpu.memory_used', unit: '%' }),
      around(90, 1, { metric: 'gpu.memory_used', unit: '%' }),
      'unclear',
    ],
    [
      'no errors at all, twice',
      around(0, 0, { metric: 'inference.error_rate', unit: '%' }),
      around(0, 0.06, { metric: 'inference.error_rate', unit: '%' }),
      'unclear',
    ],
  ])('calls %s as it is', (_, before, after, verdict) => {
    const comparison = compareReports(report([before]), report([after]));
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    const [row] = comparison.rows;
    expect(row.verdict).toBe(verdict);
    expect(row.reason === undefined).toBe(verdict !== 'unclear');
    expect(row.difference.value).toBe(after.value! - before.value!);
    expect('relative' in row).toBe(before.value !== 0);
  });

  it('shows what both measured, each once, in the unit of the base', () => {
    const { rows, notes } = compareReports(
      report([
        around(100, 1),
        around(900, 1),
        around(50, 1, { statistic: 'p50' }),
        around(50, 1, { subject: 'endpoint/gone' }),
        around(5, 1, { statistic: 'p90' }),
      ]),
      report([
        around(0.2, 0.001, { unit: 's' }),
        around(49, 1, { statistic: 'p50' }),
        around(5, 1, { statistic: 'p90', unit: 'bytes' }),
      ]),
    );
    expect(
      rows.map(({ statistic, difference }) => [statistic, difference.value]),
    ).toEqual([
      ['p99', 100],
      ['p50', -1],
    ]);
    expect(notes).toEqual([
      'inference.latency (p90) of endpoint/iris was measured in ms and in bytes, which cannot be compared.',
    ]);
  });

  it('knows the direction of metrics that were added', () => {
    const [before, after] = [10, 20].map(value =>
      report([around(value, 1, { metric: 'echo.time' })]),
    );
    expect(compareReports(before, after).rows[0].verdict).toBe('unclear');
    const metrics = [
      { id: 'echo.time', title: 'Echo', unit: 'ms', better: 'lower' },
    ] as const;
    expect(compareReports(before, after, { metrics }).rows[0].verdict).toBe(
      'worse',
    );
  });

  it('judges nothing by a run that is not valid, and says so', () => {
    const invalid = {
      verdict: 'invalid',
      reasons: [{ code: 'gc', message: 'The client paused.' }],
    } as const;
    const { rows, notes } = compareReports(
      report([around(100, 1)]),
      report([around(50, 1)], {
        validity: { ...invalid, reasons: [...invalid.reasons] },
      }),
    );
    expect(rows[0]).toMatchObject({
      verdict: 'unclear',
      reason: 'One of the runs is not valid.',
    });
    expect(notes).toEqual([
      'The run of the candidate is invalid. The client paused.',
    ]);
  });

  it('tells what differs in the fingerprints, and of the manifest only that it does when nothing else', () => {
    const deployment = (changes = {}) => ({
      kind: 'InferenceService',
      name: 'iris',
      source: { kind: 'file' as const, reference: 'iris.yaml' },
      digest: 'a',
      batcher: { maxBatchSize: 32, maxLatency: 100 },
      ...changes,
    });
    const changed = (before: object, after: object) =>
      compareReports(
        report([], { fingerprint: { collectedBy: 'x', ...before } }),
        report([], { fingerprint: { collectedBy: 'y', ...after } }),
      ).changed;
    expect(
      changed(
        { image: 'iris:1', deployment: deployment() },
        {
          replicas: 2,
          image: 'iris:2',
          deployment: deployment({ digest: 'b', batcher: undefined }),
        },
      ),
    ).toEqual([
      { field: 'deployment.batcher.maxBatchSize', base: '32' },
      { field: 'deployment.batcher.maxLatency', base: '100' },
      { field: 'image', base: 'iris:1', candidate: 'iris:2' },
      { field: 'replicas', candidate: '2' },
    ]);
    expect(
      changed(
        { deployment: deployment() },
        { deployment: deployment({ digest: 'b' }) },
      ),
    ).toEqual([{ field: 'deployment.digest', base: 'a', candidate: 'b' }]);
    const bySubject = (digest: string) => ({
      deployments: {
        'endpoint/iris': deployment({ digest, ready: digest === 'b' }),
      },
    });
    expect(changed(bySubject('a'), bySubject('b'))).toEqual([
      {
        field: 'deployments.endpoint/iris.digest',
        base: 'a',
        candidate: 'b',
      },
    ]);
    expect(changed({ image: 'iris:1' }, { image: 'iris:1' })).toEqual([]);
  });

  it('knows the same plan again, whatever the order of its keys, and another one', () => {
    const { plan } = reportOf();
    const [probe] = plan.probes;
    const turned = Object.fromEntries(
      Object.entries(probe).reverse(),
    ) as typeof probe;
    const withProbes = (probes: (typeof probe)[]) =>
      report([], { plan: { ...plan, probes } });
    const same = (probes: (typeof probe)[]) =>
      compareReports(report([]), withProbes(probes)).samePlan;
    expect(same([turned])).toBe(true);
    expect(same([turned, { ...probe, subject: 'endpoint/other' }])).toBe(true);
    expect(same([{ ...probe, max: { ...probe.max, rate: 7 } }])).toBe(false);
    expect(same([])).toBe(false);
  });

  it('notes two entities, two environments and the wrong order', () => {
    const { notes } = compareReports(
      report([], { createdAt: '2026-11-24T12:00:00.000Z' }),
      report([], {
        entityRef: 'component:default/other',
        environment: 'live',
        createdAt: '2026-11-24T11:00:00.000Z',
      }),
    );
    expect(notes).toEqual([
      expect.stringContaining('two entities'),
      expect.stringContaining('two environments'),
      'The base was measured after the candidate.',
      'Nothing was measured in both reports.',
    ]);
  });
});
