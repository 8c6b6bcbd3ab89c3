import { Histogram } from '@dynoscope/statistics';
import { judgeValidity, type ValidityFacts, validityLimits } from './validity';

type Changes = Omit<Partial<ValidityFacts>, 'client' | 'requests'> & {
  client?: Partial<ValidityFacts['client']>;
  requests?: Partial<ValidityFacts['requests']>;
  lateMs?: number;
};

/** What is known of a run of 1,000 good requests on an idle client, with these changes. */
function judge({ client, requests, lateMs = 1, ...changes }: Changes) {
  const lateness = new Histogram();
  lateness.record(lateMs * 1000, 100);
  return judgeValidity({
    client: {
      cpuShare: 0.1,
      eventLoopUtilization: 0.1,
      starvedShare: 0,
      gcShare: 0,
      lateness,
      clockJump: 0,
      ...client,
    },
    requests: {
      planned: 1000,
      sent: 1000,
      succeeded: 1000,
      failed: 0,
      inFlight: 0,
      unsent: 0,
      errors: {},
      ...requests,
    },
    p99: 20,
    keepAlive: true,
    reopened: 0,
    ...changes,
  });
}

const refused = { succeeded: 0, failed: 1000 };

describe('judgeValidity', () => {
  it.each<[string, Changes, string, string[]]>([
    ['a quiet run', {}, 'valid', []],
    [
      'a busy loop',
      { client: { eventLoopUtilization: 0.81 } },
      'client-limited',
      ['loop-busy'],
    ],
    [
      'a loop just below the limit',
      { client: { eventLoopUtilization: 0.8 } },
      'valid',
      [],
    ],
    [
      'a loop without CPU',
      { client: { starvedShare: 0.3 } },
      'client-limited',
      ['cpu-starved'],
    ],
    ['much garbage', { client: { gcShare: 0.021 } }, 'client-limited', ['gc']],
    ['a late loop', { lateMs: 11 }, 'client-limited', ['lateness']],
    [
      'a loop as late against a slow target',
      { lateMs: 11, p99: 200 },
      'valid',
      [],
    ],
    [
      'a jump of the clock',
      { client: { clockJump: 1001 } },
      'invalid',
      ['clock-jump'],
    ],
    [
      '298 samples',
      { requests: { succeeded: 298 } },
      'valid',
      ['too-few-samples'],
    ],
    ['299 samples', { requests: { succeeded: 299 } }, 'valid', []],
    ['many new connections', { reopened: 51 }, 'valid', ['connection-churn']],
    [
      'a new connection for each, as planned',
      { reopened: 1000, keepAlive: false },
      'valid',
      [],
    ],
    [
      'a limit reached',
      { stopped: { code: 'target-limit', message: 'x' } },
      'valid',
      ['target-limit'],
    ],
    [
      'an abort',
      {
        stopped: { code: 'aborted', message: 'x' },
        requests: { unsent: 5, planned: 1005 },
      },
      'valid',
      ['unsent'],
    ],
    [
      'no connection',
      { requests: { ...refused, errors: { connect: 600, tls: 399, dns: 1 } } },
      'invalid',
      ['unreachable', 'too-few-samples'],
    ],
    [
      'failures of a target that is there',
      { requests: { ...refused, errors: { connect: 999, 'http-5xx': 1 } } },
      'valid',
      ['too-few-samples'],
    ],
    [
      'nothing sent',
      { requests: { planned: 0, sent: 0, succeeded: 0 } },
      'valid',
      ['too-few-samples'],
    ],
    [
      'a busy client without an answer',
      {
        client: { eventLoopUtilization: 1 },
        requests: { ...refused, errors: { timeout: 1000 } },
      },
      'valid',
      ['too-few-samples'],
    ],
    [
      'several at once',
      { client: { clockJump: 5000, gcShare: 0.5 } },
      'invalid',
      ['clock-jump', 'gc'],
    ],
  ])('%s', (_name, changes, verdict, codes) => {
    const validity = judge(changes);
    expect({
      verdict: validity.verdict,
      codes: validity.reasons.map(({ code }) => code),
    }).toEqual({ verdict, codes });
  });

  it('says with numbers what is wrong', () => {
    const { reasons } = judge({ client: { eventLoopUtilization: 0.93 } });
    expect(reasons[0].message).toBe(
      'the client was busy 93 % of the time, more than 80 %: the target could have answered more',
    );
    expect(validityLimits.samples).toBe(299);
  });
});
