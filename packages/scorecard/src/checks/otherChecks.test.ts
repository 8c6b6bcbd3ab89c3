import { measurementOf } from '../__testUtils__/fixtures';
import { judged } from '../__testUtils__/judged';
import type { Measurement } from '../schema';
import type { Unit } from '../units';

const measured = (
  metric: string,
  statistic: string,
  unit: Unit,
  values: Partial<Measurement> & { value: number },
) => measurementOf({ metric, statistic, unit, subject: 'x/1', ...values });

describe('the checks of one value', () => {
  it.each<[string, string, string, Unit, number, number, string]>([
    ['gpu-utilization', 'gpu.utilization', 'mean', '%', 90, 96, 'pass'],
    ['gpu-utilization', 'gpu.utilization', 'mean', '%', 84, 96, 'warn'],
    ['gpu-utilization', 'gpu.utilization', 'mean', '%', 80, 96, 'fail'],
    ['gpu-utilization', 'gpu.utilization', 'mean', '%', 90, 59, 'inconclusive'],
    ['gpu-memory', 'gpu.memory_used', 'p95', '%', 75, 60, 'pass'],
    ['gpu-memory', 'gpu.memory_used', 'p95', '%', 59, 60, 'fail'],
    ['gpu-memory', 'gpu.memory_used', 'p95', '%', 91, 60, 'fail'],
    ['gpu-power', 'gpu.power', 'mean', '%', 80, 60, 'warn'],
    ['gpu-power', 'gpu.power', 'mean', '%', 79, 60, 'fail'],
    ['database-query-time', 'database.query_time', 'p95', 'ms', 40, 60, 'pass'],
    [
      'database-query-time',
      'database.query_time',
      'p95',
      'ms',
      148,
      60,
      'fail',
    ],
    [
      'database-query-time',
      'database.query_time',
      'p95',
      'ms',
      40,
      58,
      'inconclusive',
    ],
    ['network-latency', 'network.connect_time', 'p95', 'ms', 0.4, 60, 'pass'],
    ['network-latency', 'network.connect_time', 'p95', 'ms', 10, 60, 'fail'],
    [
      'autoscaling-reaction',
      'autoscaling.decision_time',
      'max',
      's',
      22,
      3,
      'pass',
    ],
    [
      'autoscaling-reaction',
      'autoscaling.decision_time',
      'max',
      's',
      30,
      3,
      'warn',
    ],
    [
      'autoscaling-reaction',
      'autoscaling.decision_time',
      'max',
      's',
      22,
      2,
      'inconclusive',
    ],
    [
      'autoscaling-reaction',
      'autoscaling.decision_time',
      'max',
      's',
      31,
      1,
      'fail',
    ],
  ])(
    '%s with %s (%s, %s) of %d from %d values is %s',
    (id, metric, statistic, unit, value, n, status) => {
      expect(
        judged(id, [measured(metric, statistic, unit, { value, n })]).status,
      ).toBe(status);
    },
  );
});

describe('training-throughput', () => {
  const now = measured('training.throughput', 'median', 'samples/s', {
    value: 1_200,
    n: 1_000,
    interval: { lower: 1_190, upper: 1_210, level: 0.95 },
  });

  it('has no data without a baseline, and says what was measured', () => {
    expect(judged('training-throughput', [now])).toMatchObject({
      status: 'no-data',
      value: 1_200,
      target: { ofBaseline: 0.95 },
      reason:
        '1,200 samples/s was measured, but no baseline is pinned to compare with.',
    });
  });

  it.each([
    [1_000, 'pass'],
    [1_200, 'warn'],
    [1_263, 'inconclusive'],
    [1_300, 'fail'],
  ])('beside a baseline of %d is %s', (value, status) => {
    const baseline = [{ ...now, value }];
    expect(judged('training-throughput', [now], { baseline })).toMatchObject({
      status,
      target: { ofBaseline: 0.95 },
    });
  });
});

describe('the storage checks', () => {
  const transfer = (
    metric: string,
    value: number,
    facts?: Measurement['facts'],
  ) => measured(metric, 'median', 'MB/s', { value, n: 3, facts });

  it.each([
    [
      'storage-object-throughput',
      'storage.object_download',
      'storage.object_upload',
    ],
    [
      'storage-volume-throughput',
      'storage.volume_read',
      'storage.volume_write',
    ],
  ])('%s judges both directions and shows the worse', (id, one, other) => {
    const fast = transfer(one, 186);
    expect(judged(id, [fast, transfer(other, 150)]).status).toBe('pass');
    expect(judged(id, [fast, transfer(other, 90)])).toMatchObject({
      status: 'fail',
      metric: other,
      target: { above: 100 },
      targetSource: { reference: 'Summary, Storage throughput' },
    });
    expect(judged(id, [fast]).status).toBe('no-data');
  });

  it('take the need of the workload where it is more', () => {
    const both = (need: unknown) => [
      transfer('storage.object_download', 186, { need }),
      transfer('storage.object_upload', 186),
    ];
    expect(judged('storage-object-throughput', both(140))).toMatchObject({
      status: 'pass',
      target: { above: 140 },
      targetSource: {
        reference: 'Performance Checklist, need of the workload',
      },
    });
    expect(judged('storage-object-throughput', both(400)).status).toBe('fail');
    expect(judged('storage-object-throughput', both(20)).target).toEqual({
      above: 100,
    });
    expect(judged('storage-object-throughput', both('much')).status).toBe(
      'pass',
    );
  });
});

describe('the checks of findings', () => {
  const ids = ['indexes', 'settings', 'connections', 'statistics'];

  it.each(ids)(
    'database-%s passes on none, fails on one, and is open when nobody looked',
    name => {
      const checkId = `database-${name}`;
      const subject = 'endpoint/iris';
      const of = (items: Record<string, unknown>[]) =>
        judged(checkId, [], { findings: [{ checkId, subject, items }] });
      expect(of([])).toMatchObject({ status: 'pass', findings: [] });
      expect(of([{ table: 'runs' }])).toMatchObject({
        status: 'fail',
        findings: [{ table: 'runs' }],
        target: { none: 'findings' },
      });
      expect(judged(checkId, [])).toMatchObject({
        status: 'no-data',
        reason: 'Nothing was looked at.',
      });
    },
  );
});

describe('no-oom', () => {
  const kills = (value: number, facts?: Measurement['facts']) =>
    judged('no-oom', [
      measured('memory.oom_kills', 'count', '1', { value, n: 1, facts }),
    ]);

  it.each([
    [0, { coverageHours: 24, sources: 2 }, 'pass'],
    [0, { coverageHours: 23, sources: 2 }, 'inconclusive'],
    [0, { coverageHours: 168, sources: 1 }, 'inconclusive'],
    [0, undefined, 'inconclusive'],
    [1, undefined, 'fail'],
  ])('of %d kills, watched %j, is %s', (value, facts, status) => {
    expect(kills(value, facts).status).toBe(status);
  });

  it('says what was watched and what it needs', () => {
    expect(kills(0, { coverageHours: 4, sources: 1 })).toMatchObject({
      reason:
        'No kill was seen, yet too little was watched: hours 4, sources 1.',
      needs: '24 hours of watching by 2 sources',
    });
  });
});

describe('memory-stable', () => {
  it.each([
    ['none', 'pass'],
    ['confirmed', 'fail'],
    ['suspected', 'inconclusive'],
    [undefined, 'no-data'],
  ])('follows the verdict %s: %s', (verdict, status) => {
    const growth = measured('memory.growth', 'slope', 'bytes/h', {
      value: 1e6,
      facts: { verdict },
    });
    expect(judged('memory-stable', [growth]).status).toBe(status);
  });

  it('has no data without a measurement', () => {
    expect(judged('memory-stable', []).status).toBe('no-data');
  });
});
