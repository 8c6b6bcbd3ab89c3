import {
  requestsOfFullBatch,
  type BatcherSettings,
  type BatchingEvidence,
} from './BatchingEvidence';
import { busyTime } from './busyTime';
import { spanOf, type Range } from './Range';

/**
 * What a change of the batcher is promised to bring to the same users: latencies in ms, answers a second.
 *
 * @public
 */
export interface BatchingPrediction {
  p50: Range;
  p99: Range;
  throughput: Range;
  /** Whether the users fill a batch. */
  fills: boolean;
  /** Requests of a batch. */
  requests: number;
  /** How long a pod is busy with such a batch, in ms. */
  busy: Range;
}

/** What a repetition of the same run differs by: a share of the time the pod is busy, and ms. */
const repeats = { share: 0.1, ms: 1 };
/** A batch that must gather again what it just answered is late by at most this share of its busy time, and ms. */
const gathers = { share: 0.05, ms: 1 };
/** Which of two turns half of the users get is not said where the shares are as near to one half as this. */
const undecided = 0.15;
/**
 * What the slowest hundredth may wait for anything but batch and model, in ms, where more was not measured: a machine that
 * is shared keeps a process from its core for so long now and then (bench/predictions).
 */
const leastTail = 85;

interface Turns {
  p50: Range;
  p99: Range;
  mean: number;
}

/** How many batches the users must see pass until their own is answered. */
function turnsOf(users: number, batch: number): Turns {
  const whole = Math.floor(users / batch);
  const rest = (users % batch) / batch;
  const last = whole + (rest > 0 ? 1 : 0);
  const half = {
    lower: rest > 0.5 + undecided ? last : whole,
    upper: rest > 0.5 - undecided ? last : whole,
  };
  return {
    p50: half,
    p99: { lower: half.lower, upper: last },
    mean: users / batch,
  };
}

function tailOf({ p50, p99 }: BatchingEvidence): number {
  return Math.max(leastTail, 2 * (p99 - p50.lower));
}

/** The slowest hundredth weighs this much in the mean, together with those near it. */
const tailInMean = 0.05;

function predictPod(
  evidence: BatchingEvidence,
  batcher: BatcherSettings,
  users: number,
): BatchingPrediction {
  const { instances, users: all } = evidence;
  const full = requestsOfFullBatch(batcher, instances);
  const fills = users >= full;
  const requests = Math.min(users, full);
  const busy = busyTime(evidence, requests, users);
  const tail = tailOf(evidence);
  const noise = repeats.ms + repeats.share * busy.upper;
  if (!fills) {
    // Users that come too late for a short wait are answered a batch later.
    const late = Math.max(0, busy.upper - batcher.maxLatency);
    const p50 = {
      lower:
        batcher.maxLatency + busy.lower - Math.min(late, batcher.maxLatency),
      upper: batcher.maxLatency + busy.upper + noise + late,
    };
    return {
      fills,
      requests,
      busy,
      p50,
      p99: { lower: p50.lower, upper: p50.upper + tail },
      throughput: rateOf({ users: all, p50, tail }),
    };
  }
  const turns = turnsOf(users, requests);
  const gathering = Math.min(
    batcher.maxLatency,
    gathers.ms + gathers.share * busy.upper,
  );
  const cycle = { lower: busy.lower, upper: busy.upper + gathering + noise };
  const times = ({ lower, upper }: Range): Range => ({
    lower: lower * cycle.lower,
    upper: upper * cycle.upper,
  });
  const p99 = times(turns.p99);
  const mean = { lower: turns.mean, upper: turns.mean };
  return {
    fills,
    requests,
    busy,
    p50: times(turns.p50),
    p99: { lower: p99.lower, upper: p99.upper + tail },
    throughput: rateOf({ users: all, p50: times(mean), tail }),
  };
}

/** Little's law: as many answers as there are users, in the time that each waits. */
function rateOf(options: { users: number; p50: Range; tail: number }): Range {
  const { users, p50, tail } = options;
  return {
    lower: (1_000 * users) / (p50.upper + tailInMean * tail),
    upper: (1_000 * users) / Math.max(p50.lower, 0.1),
  };
}

/** Users of the pod that is asked; where there are several pods, also of one that got fewer, and of one that got more. */
function usersOfPod({ users, pods }: BatchingEvidence): number[] {
  const even = Math.ceil(users / pods);
  if (pods === 1) return [users];
  return [Math.max(1, Math.floor(even / 2)), even, Math.min(users, 2 * even)];
}

/**
 * What the users of a run will see once the batcher is changed, from what that run tells alone. The agent predicts one
 * batch after another, so the users of a full batch are answered every time the pod is through with one, and those of a
 * batch that never fills wait out `maxLatency` first. The ranges hold where the truth may lie, given what is not known:
 * the time between batch sizes that were measured, the wait for users to come back, a machine that is shared.
 *
 * Source: KServe 0.20, `pkg/batcher/handler.go`; coverage is measured by `npm run bench -- --only predictions`.
 *
 * @public
 */
export function predictBatching(options: {
  evidence: BatchingEvidence;
  batcher: BatcherSettings;
}): BatchingPrediction {
  const { evidence, batcher } = options;
  const of = usersOfPod(evidence).map(users =>
    predictPod(evidence, batcher, users),
  );
  return {
    ...of[Math.floor(of.length / 2)],
    p50: spanOf(of.map(({ p50 }) => p50)),
    p99: spanOf(of.map(({ p99 }) => p99)),
    throughput: spanOf(of.map(({ throughput }) => throughput)),
    busy: spanOf(of.map(({ busy }) => busy)),
  };
}
