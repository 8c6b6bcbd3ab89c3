import type { ProbePlan } from '@dynoscope/scorecard';
import fc from 'fast-check';
import { admitRun, fitLoad } from './limits';

const limits = { connections: 50, rate: 200, seconds: 120, bytes: 1e9 };
const now = new Date('2026-11-24T12:00:00Z');
const plan: ProbePlan = {
  probe: 'inference',
  subject: 'endpoint/iris',
  address: 'http://models.example.com/',
  allowedBy: 'endpoint iris of the configuration',
  vantage: 'portal',
  effect: 'load',
  max: {
    requests: 1000,
    rate: 200,
    connections: 10,
    seconds: 70,
    bytes: 1e9,
    tokens: 0,
  },
  stopRules: [],
};
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000);

describe('fitLoad', () => {
  it('keeps a load that fits', () => {
    expect(
      fitLoad({ users: 10, warmupSeconds: 3, seconds: 60 }, limits, 10),
    ).toEqual({
      users: 10,
      rate: 200,
      warmupSeconds: 3,
      seconds: 60,
      graceSeconds: 10,
      requests: 12_600,
    });
  });

  it('never passes a ceiling and always leaves time for the load', () => {
    const positive = { min: 1, max: 10_000 };
    fc.assert(
      fc.property(
        fc.integer(positive),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer(positive),
        fc.integer(positive),
        fc.integer(positive),
        fc.integer(positive),
        (users, warmupSeconds, seconds, connections, allowed, grace) => {
          const fitted = fitLoad(
            { users, warmupSeconds, seconds },
            { ...limits, connections, seconds: allowed },
            grace,
          );
          const total =
            fitted.warmupSeconds + fitted.seconds + fitted.graceSeconds;
          expect(total).toBeLessThanOrEqual(allowed * (1 + 1e-12));
          expect(fitted.users).toBeLessThanOrEqual(connections);
          expect(fitted.seconds).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('admitRun', () => {
  it('admits a run at an address that has no history', () => {
    expect(
      admitRun({
        limits: { ...limits, coolDown: 600, requestsPerDay: 1000 },
        probes: [plan],
        history: [],
        now,
      }),
    ).toEqual([]);
  });

  it.each([
    ['connections', 51],
    ['rate', 200.5],
    ['seconds', 121],
    ['bytes', 1e9 + 1],
  ])('refuses a plan above the ceiling of %s', (key, value) => {
    const probes = [{ ...plan, max: { ...plan.max, [key]: value } }];
    expect(admitRun({ limits, probes, history: [], now })).toEqual([
      {
        code: 'budget-exceeded',
        message: expect.stringContaining(`performance.limits.${key}`),
      },
    ]);
  });

  it.each([
    [
      'ended 9 minutes ago',
      { startedAt: minutesAgo(60), finishedAt: minutesAgo(9) },
      1,
    ],
    [
      'ended 10 minutes ago',
      { startedAt: minutesAgo(60), finishedAt: minutesAgo(10) },
      0,
    ],
    ['started 5 minutes ago', { startedAt: minutesAgo(5) }, 1],
  ])(
    'with a cool-down of 10 minutes after a run that %s',
    (_, run, refusals) => {
      const answer = admitRun({
        limits: { ...limits, coolDown: 600 },
        probes: [plan],
        history: [{ ...run, requests: 1 }],
        now,
      });
      expect(answer).toHaveLength(refusals);
    },
  );

  it('says when the next run may start', () => {
    const [refusal] = admitRun({
      limits: { ...limits, coolDown: 600 },
      probes: [plan],
      history: [
        { startedAt: minutesAgo(3), finishedAt: minutesAgo(2), requests: 1 },
        { startedAt: minutesAgo(30), finishedAt: minutesAgo(29), requests: 1 },
      ],
      now,
    });
    expect(refusal.message).toContain('2026-11-24T12:08:00.000Z');
  });

  it.each([
    [4000, 0],
    [3999, 1],
  ])('with %d requests a day after 3000', (requestsPerDay, refusals) => {
    const history = [1000, 2000].map(requests => ({
      startedAt: minutesAgo(600),
      finishedAt: minutesAgo(599),
      requests,
    }));
    expect(
      admitRun({
        limits: { ...limits, requestsPerDay },
        probes: [plan],
        history,
        now,
      }),
    ).toHaveLength(refusals);
  });
});
