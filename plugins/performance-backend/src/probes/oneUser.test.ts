import type { Deployment } from '@dynoscope/scorecard';
import { HostileServer } from './__testUtils__/hostileServer';
import { measureWith } from './__testUtils__/measureWith';
import { inferenceShape } from './inferenceShape';
import { instancesOf } from './instancesOf';

jest.setTimeout(60_000);

describe('one user before the load', () => {
  let server: HostileServer;
  beforeEach(async () => {
    server = await HostileServer.start();
  });
  afterEach(() => server.stop());

  it('tells the latency without load, and counts in the plan', async () => {
    const { plan, measurements, said } = await measureWith({
      endpoint: { url: `${server.url}/good` },
    });
    const [alone] = measurements.filter(
      ({ metric }) => metric === 'inference.unloaded_latency',
    );
    expect(alone).toMatchObject({ statistic: 'p50', n: 20, unit: 'ms' });
    const { lower, upper } = alone.interval!;
    expect(lower).toBeLessThanOrEqual(alone.value);
    expect(upper).toBeGreaterThanOrEqual(alone.value);
    expect(alone.facts).toMatchObject({ requests: 20, failed: 0 });
    const { minMs, meanMs, maxMs } = alone.facts as Record<string, number>;
    expect([minMs, meanMs, maxMs].sort((a, b) => a - b)).toEqual([
      minMs,
      meanMs,
      maxMs,
    ]);
    expect(server.noticed.length).toBeLessThanOrEqual(plan.max.requests);
    const messages = said.flatMap(([kind, value]) =>
      kind === 'progress' ? [(value as { message: string }).message] : [],
    );
    expect([...new Set(messages)].slice(0, 3)).toEqual([
      'Trying the address',
      'One user',
      'Measuring',
    ]);
    const [capacity] = measurements.filter(({ metric }) =>
      metric.endsWith('capacity'),
    );
    expect(capacity.facts).toMatchObject({
      instances: 1,
      meanMs: expect.any(Number),
      p99Ms: expect.any(Number),
    });
  });

  it('that gets no answer does not fail the run', async () => {
    server.turns = { from: 1, to: 2, path: '/silent' };
    const { error, measurements, said } = await measureWith({
      endpoint: { url: `${server.url}/good` },
    });
    expect(error).toBeUndefined();
    const metrics = measurements.map(({ metric }) => metric);
    expect(metrics).toContain('inference.latency');
    expect(metrics).not.toContain('inference.unloaded_latency');
    expect(said).toContainEqual([
      'note',
      'The latency of one user was not measured: none of 1 requests was answered.',
    ]);
  });

  it('says how the service is deployed, or in a note why not', async () => {
    const deployment = { kind: 'InferenceService' } as Deployment;
    const endpoint = { url: `${server.url}/good` };
    const told = await measureWith({
      endpoint,
      deployments: { read: async () => ({ deployment }) },
    });
    expect(told.said).toContainEqual(['fingerprint', { deployment }]);
    const problem = 'The manifest of endpoint/ranker was not used: gone.';
    const untold = await measureWith({
      endpoint,
      deployments: { read: async () => ({ problem }) },
    });
    expect(untold.said).toContainEqual(['note', problem]);
    expect(untold.error).toBeUndefined();
  });
});

describe('inferenceShape', () => {
  const asked = { users: 10, warmupSeconds: 3, seconds: 60 };
  it.each([1, 4, 5, 9.5, 30, 70, 600])('fits %d s', limit => {
    const limits = { connections: 50, rate: 7, seconds: limit, bytes: 1e9 };
    const shape = inferenceShape(asked, limits, 10);
    const { oneUser, warmupSeconds, seconds, graceSeconds } = shape;
    const all =
      oneUser.seconds +
      oneUser.restSeconds +
      warmupSeconds +
      seconds +
      graceSeconds;
    expect(all).toBeLessThanOrEqual(limit + 1e-9);
    expect(seconds).toBeGreaterThan(0);
    expect(oneUser.requests).toBeLessThanOrEqual(7 * oneUser.seconds);
  });
});

describe('instancesOf', () => {
  it.each([
    ['kserve-v1', '{"instances":[[1],[2],[3]]}', 3],
    ['kserve-v1', '{"instances":[]}', 1],
    ['kserve-v1', 'null', 1],
    ['kserve-v1', 'no json', 1],
    ['open-inference-v2', '{"inputs":[{"shape":[4,2]}]}', 4],
    ['open-inference-v2', '{"inputs":[{"shape":["4"]}]}', 1],
    ['open-inference-v2', '{"inputs":[null]}', 1],
    ['http', '{"instances":[1,2]}', 1],
  ] as const)('counts %s of %s', (protocol, text, rows) => {
    expect(instancesOf({ protocol, body: { text } })).toBe(rows);
  });
});
