import { requestsOfFullBatch, type BatchingEvidence } from './BatchingEvidence';
import { spanOf, type Range } from './Range';

/**
 * By how much a time that was measured through a wait may be too long, in ms: timers fire up to a millisecond late, and
 * what slept for so long wakes slowly. Never more than the most; seen in bench/predictions.
 */
const leastSlack = 2;
const mostSlack = 5;
/** What is measured through a wait is never so wrong that less than this share of it were the truth. */
const leastShare = 0.1;
/** From an answer to the user's next request, in ms at most: part of a cycle and of no latency. */
const turnaround = 1;

/** How much of a usual latency of one user is neither wait nor work. */
function slackOf({ unloaded }: BatchingEvidence): number {
  if (unloaded?.least === undefined) return mostSlack;
  const scatter = Math.max(0, unloaded.p50 - unloaded.least);
  return Math.min(mostSlack, leastSlack + scatter);
}

/** The least that a time which was measured through a wait may truly be. */
function leastOf(evidence: BatchingEvidence, measured: number): number {
  const busy = Math.max(0, measured);
  return Math.max(leastShare * busy, busy - slackOf(evidence));
}

/** Requests of the largest batch that was measured. */
export function measuredBatch(
  { batcher, instances }: BatchingEvidence,
  users: number,
): number {
  return Math.min(users, requestsOfFullBatch(batcher, instances));
}

/** From closing a batch of one request to its answer. */
function ofOneRequest(evidence: BatchingEvidence, most: number): Range {
  const { unloaded, batcher, instances } = evidence;
  if (!unloaded) return { lower: 0, upper: most };
  const waits = requestsOfFullBatch(batcher, instances) > 1;
  const usual = unloaded.p50 - (waits ? batcher.maxLatency : 0);
  return {
    lower: Math.min(most, leastOf(evidence, usual)),
    upper: Math.min(most, Math.max(0, usual)),
  };
}

/** The same for the largest batch that was measured. */
function ofMeasuredBatch(evidence: BatchingEvidence, users: number): Range {
  const { batcher, instances, p50, pods, throughput } = evidence;
  const full = requestsOfFullBatch(batcher, instances);
  if (users < full) {
    return {
      lower: leastOf(evidence, p50.lower - batcher.maxLatency),
      upper: Math.max(0, p50.upper - batcher.maxLatency),
    };
  }
  // One full batch after another; where too few users are left to fill the next one at once, some of it is waiting.
  const cycle = (1_000 * full * pods) / throughput;
  const waiting = users >= 2 * full ? 0 : Math.min(batcher.maxLatency, cycle);
  // A rate is a mean and holds the machine's pauses, which a median does not.
  const usual = Math.min(cycle, p50.lower / Math.ceil(users / full));
  return {
    lower: Math.max(
      0,
      usual - Math.min(waiting, slackOf(evidence)) - turnaround,
    ),
    upper: cycle,
  };
}

/**
 * How long a pod is busy with a batch of so many requests, in ms: from closing it to its answers. Between the batch of one
 * request and the largest one that was measured it lies between the straight line and half way from there to the longer of the two; beyond,
 * between staying the same and growing as before, or with every request where only one size was measured.
 */
export function busyTime(
  evidence: BatchingEvidence,
  requests: number,
  users: number,
): Range {
  const largest = measuredBatch(evidence, users);
  const known = ofMeasuredBatch(evidence, users);
  const one = ofOneRequest(evidence, known.upper);
  if (largest <= 1) {
    // One size tells nothing of growth: at worst each request takes as long as the first.
    const { lower } = spanOf([known, one]);
    return { lower, upper: requests * known.upper };
  }
  const share = (requests - 1) / (largest - 1);
  const line = (from: number, to: number) => from + share * (to - from);
  const least = Math.min(one.lower, known.lower);
  if (requests <= largest) {
    const longest = (line(one.upper, known.upper) + known.upper) / 2;
    return { lower: line(least, known.lower), upper: longest };
  }
  return { lower: known.lower, upper: line(least, known.upper) };
}
