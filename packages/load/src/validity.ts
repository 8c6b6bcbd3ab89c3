import { minimumSamples } from '@dynoscope/statistics';
import type { ClientReading } from './ClientMonitor';
import type { LoadResult, ValidityCode } from './LoadResult';

/**
 * Up to where the client is good enough that the numbers are the target's.
 *
 * @public
 */
export const validityLimits = {
  /** Share of the time in which the event loop is busy. */
  eventLoopUtilization: 0.8,
  /** Share of the time in which it has work but no CPU. */
  starvedShare: 0.25,
  /** Share of the time that goes into garbage collection. */
  gcShare: 0.02,
  /** Milliseconds that the event loop may be late at P99, */
  latenessMs: 10,
  /** or this share of the measured P99, whichever is more. */
  latenessShare: 0.1,
  /** Milliseconds between the wall clock and the monotonic one. */
  clockJumpMs: 1000,
  /** Requests a P99 with an interval needs at least. */
  samples: minimumSamples({ p: 0.99 }),
  /** Share of requests that may need a new connection although connections are kept. */
  reconnectShare: 0.05,
} as const;

const invalid: readonly ValidityCode[] = ['unreachable', 'clock-jump'];
const clientLimited: readonly ValidityCode[] = [
  'loop-busy',
  'cpu-starved',
  'gc',
  'lateness',
];

/** What the judgement rests on. */
export interface ValidityFacts {
  client: ClientReading;
  requests: LoadResult['requests'];
  /** Milliseconds. */
  p99?: number;
  keepAlive: boolean;
  /** Connections opened in the measured phase. */
  reopened: number;
  stopped?: LoadResult['stopped'];
}

/**
 * Whether the numbers are the target's. Client trouble makes latency look longer than it is and the load lighter than
 * planned. Reasons that do not touch the numbers themselves, such as too few samples, leave the verdict `valid`.
 */
export function judgeValidity(facts: ValidityFacts): LoadResult['validity'] {
  const reasons = reasonsOf(facts);
  const has = (codes: readonly ValidityCode[]) =>
    reasons.some(({ code }) => codes.includes(code));
  if (has(invalid)) return { verdict: 'invalid', reasons };
  if (has(clientLimited)) return { verdict: 'client-limited', reasons };
  return { verdict: 'valid', reasons };
}

function reasonsOf(facts: ValidityFacts): LoadResult['validity']['reasons'] {
  const { client, requests, stopped } = facts;
  const { connect = 0, dns = 0, tls = 0 } = requests.errors;
  const limits = validityLimits;
  return [
    requests.failed > 0 &&
      connect + dns + tls === requests.sent && {
        code: 'unreachable' as const,
        message: `no request reached the target${
          stopped ? `: ${stopped.message}` : ''
        }`,
      },
    client.clockJump > limits.clockJumpMs && {
      code: 'clock-jump' as const,
      message: `the clock jumped by ${Math.round(
        client.clockJump,
      )} ms: the machine slept or its clock was set`,
    },
    // Without an answer there is no number that the client could have spoilt.
    ...(requests.succeeded > 0 ? clientReasons(facts) : []),
    requests.succeeded < limits.samples && {
      code: 'too-few-samples' as const,
      message: `${requests.succeeded} succeeded requests are too few for a P99, which needs ${limits.samples}`,
    },
    facts.keepAlive &&
      facts.reopened > limits.reconnectShare * requests.sent && {
        code: 'connection-churn' as const,
        message: `${facts.reopened} of ${requests.sent} requests needed a new connection: the target does not keep them open`,
      },
    stopped?.code === 'target-limit' && {
      code: 'target-limit' as const,
      message: stopped.message,
    },
    requests.unsent > 0 && {
      code: 'unsent' as const,
      message: `${requests.unsent} of ${requests.planned} planned requests were not sent`,
    },
  ].filter(isReason);
}

function clientReasons({ client, p99 = 0 }: ValidityFacts) {
  const limits = validityLimits;
  const late = (client.lateness.quantile(0.99) ?? 0) / 1000;
  const allowed = Math.max(limits.latenessMs, limits.latenessShare * p99);
  const busy = client.eventLoopUtilization;
  return [
    busy > limits.eventLoopUtilization && {
      code: 'loop-busy' as const,
      message: `the client was busy ${percent(
        busy,
      )} of the time, more than ${percent(
        limits.eventLoopUtilization,
      )}: the target could have answered more`,
    },
    client.starvedShare > limits.starvedShare && {
      code: 'cpu-starved' as const,
      message: `the client had work but no CPU ${percent(
        client.starvedShare,
      )} of the time`,
    },
    client.gcShare > limits.gcShare && {
      code: 'gc' as const,
      message: `the client collected garbage ${percent(
        client.gcShare,
      )} of the time`,
    },
    late > allowed && {
      code: 'lateness' as const,
      message: `the client reacted up to ${late.toFixed(
        1,
      )} ms late (P99), more than ${allowed.toFixed(1)} ms`,
    },
  ];
}

function isReason<T>(reason: T | false): reason is T {
  return reason !== false;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
