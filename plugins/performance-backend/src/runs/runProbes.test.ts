import { mockServices } from '@backstage/backend-test-utils';
import type {
  Probe,
  ProbeContext,
} from '@dynoscope/backstage-plugin-performance-node';
import type { Measurement, ProbeProgress, Run } from '@dynoscope/scorecard';
import { echoed, echoProbe } from '../__testUtils__/echoProbe';
import { plan } from '../__testUtils__/plan';
import { performanceError } from '../performanceError';
import { planSubject } from './makePlan';
import { runProbes } from './runProbes';

const limits = { connections: 9, rate: 9, seconds: 9, bytes: 9000 };
const subject = {
  id: 'echo/one',
  kind: 'echo',
  address: 'http://one/',
  allowedBy: 'the test',
};

type Measure = Probe['measure'];

const probe = (id: string, measure: Measure): Probe =>
  echoProbe({
    id,
    measure,
    plan: (...args) => ({
      ...echoProbe().plan(...args),
      probe: id,
      max: { ...echoProbe().plan(...args).max, seconds: 0.05 },
    }),
  });

async function run(
  probes: Probe[],
  options: {
    abort?: AbortController;
    change?(entry: Run['plan']['probes'][number]): void;
  } = {},
) {
  const { abort = new AbortController(), change } = options;
  const subjects = probes.map(each => ({ probe: each, subject }));
  const plans = subjects.map(each => planSubject({ ...each, limits }));
  plans.forEach(each => change?.(each));
  const logger = mockServices.logger.mock();
  const states: ProbeProgress['state'][][] = [];
  const results = await runProbes({
    run: { id: 'run', plan: plan({ probes: plans }) } as Run,
    subjects,
    limits,
    signal: abort.signal,
    logger,
    resolve: async url => ({ url, host: 'one', port: 80, ip: '127.0.0.1' }),
    previous: async ({ metric }) =>
      metric === 'echo.time' ? { value: 3, n: 1 } : undefined,
    onProgress: progress =>
      states.push(progress.probes.map(({ state }) => state)),
    settleMilliseconds: 50,
  });
  return { results, logger, states };
}

const good: Measure = async () => [echoed()];

describe('the loop over probes', () => {
  it('gives each probe what it needs and keeps all that it brings', async () => {
    const seen: Partial<ProbeContext>[] = [];
    const { results, states } = await run([
      probe('first', async (_, context) => {
        seen.push(context);
        const id = context.evidence({ kind: 'k', title: 't', raw: { a: 1 } });
        context.note('a note');
        context.command('dynoscope bench');
        context.fingerprint({ image: 'i', collectedBy: 'first' });
        context.validity({ verdict: 'valid', reasons: [] });
        context.progress({ done: 1, total: 2 });
        const before = await context.previous?.('echo.time', 'p50');
        const { ip } = await context.resolve('http://one/');
        return [
          echoed({ evidenceIds: [id], value: before!.value + ip.length }),
        ];
      }),
      probe('second', good),
    ]);
    expect(results).toEqual([
      {
        plan: expect.objectContaining({ probe: 'first', title: 'Echo' }),
        findings: {
          measurements: [expect.objectContaining({ value: 12 })],
          evidence: [
            { id: expect.any(String), kind: 'k', title: 't', raw: { a: 1 } },
          ],
          notes: ['a note'],
          commands: ['dynoscope bench'],
          fingerprint: { image: 'i', collectedBy: 'first' },
          validity: { verdict: 'valid', reasons: [] },
        },
      },
      { plan: expect.anything(), findings: expect.anything() },
    ]);
    expect(seen[0]).toMatchObject({ runId: 'run', plan: { probe: 'first' } });
    expect(states[0]).toEqual(['running', 'waiting']);
    expect(states[states.length - 1]).toEqual(['succeeded', 'succeeded']);
  });

  const wrong =
    (change: Partial<Measurement>): Measure =>
    async () =>
      [echoed(change)];

  it.each<[string, Measure, string | undefined, RegExp]>([
    [
      'throws',
      async () => {
        throw new Error('token=s3cret');
      },
      undefined,
      /the log of the backend/,
    ],
    [
      'throws at once',
      () => {
        throw new Error('token=s3cret');
      },
      undefined,
      /the log of the backend/,
    ],
    [
      'rejects with nothing',
      () => Promise.reject(undefined),
      undefined,
      /the log/,
    ],
    [
      'throws a code',
      async () => {
        throw performanceError('unreachable', 'No answer');
      },
      'unreachable',
      /^No answer$/,
    ],
    [
      'emits an undeclared metric',
      wrong({ metric: 'other' }),
      'protocol',
      /emitted other in ms, which it does not declare/,
    ],
    [
      'emits another unit',
      wrong({ unit: 's' }),
      'protocol',
      /emitted echo.time in s/,
    ],
    [
      'emits NaN',
      wrong({ value: NaN }),
      'protocol',
      /no measurement of echo\/one/,
    ],
    [
      'emits infinity',
      wrong({ value: Infinity }),
      'protocol',
      /no measurement/,
    ],
    [
      'emits of another subject',
      wrong({ subject: 'echo/two' }),
      'protocol',
      /no measurement/,
    ],
    [
      'never comes back',
      () => new Promise(() => {}),
      'budget-exceeded',
      /within the 0.05 s of its plan/,
    ],
    [
      'comes back too late',
      (_, { signal }) =>
        new Promise(resolve =>
          signal.addEventListener('abort', () => resolve([echoed()])),
        ),
      'budget-exceeded',
      /within/,
    ],
  ])(
    'makes an error of a probe that %s, and goes on',
    async (_, measure, code, message) => {
      const { results, states, logger } = await run([
        probe('bad', measure),
        probe('good', good),
      ]);
      expect(results).toEqual([
        {
          plan: expect.objectContaining({ probe: 'bad' }),
          error: {
            ...(code && { code }),
            message: expect.stringMatching(message),
          },
        },
        { plan: expect.anything(), findings: expect.anything() },
      ]);
      expect(states[states.length - 1]).toEqual(['failed', 'succeeded']);
      expect(JSON.stringify(results)).not.toContain('s3cret');
      expect(logger.warn).toHaveBeenCalledTimes(1);
    },
  );

  it('ends with what was done when it is aborted, and tells the probe why', async () => {
    const abort = new AbortController();
    let reason: unknown;
    const third = jest.fn(good);
    const { results, states } = await run(
      [
        probe('first', good),
        probe('second', (_, { signal }) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
          });
          abort.abort(new Error('cancelled'));
          return new Promise(() => {});
        }),
        probe('third', third),
      ],
      { abort },
    );
    expect(results).toHaveLength(1);
    expect(reason).toEqual(new Error('cancelled'));
    expect(third).not.toHaveBeenCalled();
    expect(states[states.length - 1]).toEqual([
      'succeeded',
      'cancelled',
      'cancelled',
    ]);
  });

  it('takes nothing from a probe that was left behind', async () => {
    let late: ProbeContext | undefined;
    const { results } = await run([
      probe('late', (_, context) => {
        late = context;
        return new Promise(() => {});
      }),
      probe('good', async (_, context) => {
        late?.note('too late');
        late?.progress({ done: 99 });
        await expect(late?.resolve('http://one/')).rejects.toThrow('within');
        context.note('in time');
        return [echoed()];
      }),
    ]);
    expect(results[1]).toMatchObject({ findings: { notes: ['in time'] } });
    expect(JSON.stringify(results)).not.toContain('too late');
  });

  it.each<[string, (entry: Run['plan']['probes'][number]) => void]>([
    [
      'would do more now',
      entry => {
        entry.max.requests = 0;
      },
    ],
    [
      'is for another subject',
      entry => {
        entry.subject = 'echo/gone';
      },
    ],
    [
      'goes elsewhere now',
      entry => {
        entry.address = 'http://other/';
      },
    ],
  ])('does not run a plan that %s', async (_, change) => {
    const measure = jest.fn(good);
    const { results } = await run([probe('first', measure)], { change });
    expect(results).toEqual([
      {
        plan: expect.anything(),
        error: {
          code: 'invalid',
          message: expect.stringContaining('make a new plan'),
        },
      },
    ]);
    expect(measure).not.toHaveBeenCalled();
  });
});
