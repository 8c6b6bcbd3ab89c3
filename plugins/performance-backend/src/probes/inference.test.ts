import { measurementSchema, planSchema } from '@dynoscope/scorecard';
import { version } from '../../package.json';
import { HostileServer } from './__testUtils__/hostileServer';
import { measureWith } from './__testUtils__/measureWith';

jest.setTimeout(60_000);

describe('inference probe', () => {
  let server: HostileServer;
  beforeEach(async () => {
    server = await HostileServer.start();
  });
  afterEach(() => server.stop());

  it('keeps to its plan by the log of the target', async () => {
    const measured = await measureWith({
      endpoint: { url: `${server.url}/good` },
      performance: { limits: { seconds: 6, rate: 40, connections: 1 } },
    });
    expect(measured.error).toBeUndefined();
    const { max } = measured.plan;
    expect(max).toMatchObject({ rate: 40, connections: 1, requests: 102 });
    const times = server.noticed.map(({ at }) => at);
    expect(times.length).toBeGreaterThan(20);
    expect(times.length).toBeLessThanOrEqual(max.requests);
    expect(times.at(-1)! - times[0]).toBeLessThanOrEqual(max.seconds * 1000);
    for (const from of times) {
      const inSecond = times.filter(at => at >= from && at < from + 1000);
      expect(inSecond.length).toBeLessThanOrEqual(max.rate + 1);
    }
    expect(server.mostConnections).toBeLessThanOrEqual(max.connections);
  });

  it('says in every request who it is', async () => {
    await measureWith({ endpoint: { url: `${server.url}/good` } });
    for (const { head } of server.noticed) {
      expect(head).toMatch(
        new RegExp(`^user-agent: dynoscope/${version}\r?$`, 'im'),
      );
      expect(head).toMatch(/^x-dynoscope-run: run-1\r?$/im);
    }
  });

  it('gives measurements of its metrics, with evidence, validity, fingerprint and command', async () => {
    const measured = await measureWith({
      endpoint: {
        url: `${server.url}/good`,
        model: { uri: 's3://models/ranker', image: 'ranker:1' },
      },
    });
    const { measurements, said } = measured;
    expect(
      measurements.map(({ metric, statistic }) => `${metric} ${statistic}`),
    ).toEqual([
      'inference.latency p50',
      'inference.latency p90',
      'inference.latency p95',
      'inference.latency p99',
      'inference.error_rate upper95',
      'inference.capacity max',
      'inference.unloaded_latency p50',
    ]);
    for (const measurement of measurements) {
      expect(measurementSchema.parse(measurement)).toMatchObject({
        subject: 'endpoint/ranker',
        source: { vantage: 'portal' },
      });
    }
    planSchema.shape.probes.parse([measured.plan]);
    const last: Record<string, unknown> = Object.fromEntries(said);
    expect(last.fingerprint).toMatchObject({
      modelUri: 's3://models/ranker',
      image: 'ranker:1',
    });
    expect(last.validity).toHaveProperty('verdict');
    expect(last.command).toMatch(/^dynoscope bench /);
    expect(last.evidence).toMatchObject({
      kind: 'load-result',
      data: { curve: expect.any(Array), series: expect.any(Array) },
      raw: { histogram: expect.any(String) },
    });
    expect(last.evidence).not.toHaveProperty('data.histogram');
  });

  it('never tells of more requests than the target has seen', async () => {
    const ahead: number[] = [];
    await measureWith({
      endpoint: { url: `${server.url}/good` },
      onSaid: (kind, value) => {
        const { live } = value as { live?: Record<string, number> };
        if (kind !== 'progress' || !live) return;
        ahead.push(live.succeeded + live.failed - server.noticed.length);
      },
    });
    expect(ahead.length).toBeGreaterThan(2);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(0);
  });

  it('sends nothing more after it is cancelled, and scores nothing', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled by user:default/guest');
    let cancelledAt = 0;
    const measured = await measureWith({
      endpoint: { url: `${server.url}/good` },
      performance: { limits: { seconds: 30, rate: 100 } },
      signal: controller.signal,
      onSaid: (_, value) => {
        const { live } = value as { live?: { succeeded: number } };
        if (cancelledAt || !live?.succeeded) return;
        cancelledAt = Date.now();
        controller.abort(reason);
      },
    });
    expect(measured.error).toBe(reason);
    expect(measured.measurements).toEqual([]);
    const last = server.noticed.at(-1)!.at;
    expect(cancelledAt).toBeGreaterThan(0);
    expect(last - cancelledAt).toBeLessThanOrEqual(1000);
  });

  it('asks for a name once and stays at its first answer', async () => {
    const answers = ['127.0.0.1', '169.254.169.254'];
    const { port } = new URL(server.url);
    const measured = await measureWith({
      endpoint: { url: `http://models.test:${port}/good`, cidr: '127.0.0.0/8' },
      lookup: async () => [{ address: answers.shift()! }],
    });
    expect(measured.error).toBeUndefined();
    expect(answers).toEqual(['169.254.169.254']);
    expect(server.noticed[0].head).toContain(`models.test:${port}`);
  });

  it.each([
    ['bearer', { bearer: 'canary-token' }, 'Bearer canary-token'],
    [
      'basic',
      { basic: { username: 'me', password: 'canary-token' } },
      `Basic ${btoa('me:canary-token')}`,
    ],
    [
      'header',
      { header: { name: 'X-Key', value: 'canary-token' } },
      'canary-token',
    ],
  ])(
    'shows the secret of %s to the target and to nobody else',
    async (_, auth, value) => {
      const secrets = [/canary/, new RegExp(btoa('me:canary-token'))];
      for (const path of ['/good?key=canary-query', '/unauthorized']) {
        const measured = await measureWith({
          endpoint: { url: server.url + path, auth },
        });
        expect(server.noticed.at(-1)?.head).toContain(value);
        const { message = '', stack = '' } = measured.error ?? {};
        const everything = JSON.stringify([measured, message, stack]);
        for (const secret of secrets) expect(everything).not.toMatch(secret);
      }
    },
  );
});
