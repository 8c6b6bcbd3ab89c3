import {
  deploymentOf,
  type Deployment,
  type Fingerprint,
  type Measurement,
  type Outcome,
  type Target,
} from '@dynoscope/scorecard';
import type { Range } from '../prediction/Range';

/** A measured value and where the true one lies. */
export interface Measured extends Range {
  value: number;
}

/** What a report knows of one subject, as far as it can be relied on; times in ms. */
export interface SubjectFacts {
  subject: string;
  outcomes: readonly Outcome[];
  deployment?: Deployment;
  pods: number;
  /** Users of the closed loop. */
  users?: number;
  /** Instances of each request; 1 where the report does not say. */
  instances: number;
  p50?: Measured;
  p99?: Measured;
  /** Answers a second. */
  throughput?: number;
  /** The most that the plan sends, requests a second: no run of it can measure more. */
  rateCeiling?: number;
  /** Latency of one user alone. */
  unloaded?: { p50: number; least?: number };
  /** Failed and all requests, and the failed ones by kind. */
  errors?: { failed: number; attempts: number; kinds: Record<string, number> };
  ttft?: { p50: Measured; unloaded?: number };
  /** The upper end of what the targets of the checks allow, in ms, by statistic. */
  latencyTargets: { p50?: number; p99?: number };
  /** What was measured but cannot be relied on, and why. */
  doubts?: string;
}

/** A measurement in which less confidence is placed explains nothing, as it decides nothing. */
const leastConfidence = 0.5;

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
    ? value
    : undefined;
}

function rangeOf({ value, interval }: Measurement): Measured {
  return {
    value,
    lower: Math.max(0, Math.min(value, interval?.lower ?? value)),
    upper: Math.max(value, interval?.upper ?? value),
  };
}

/** The most that a target allows; `undefined` where it has no upper end. */
export function mostOf(target: Target | undefined): number | undefined {
  if (!target) return undefined;
  if ('below' in target) return target.below;
  return 'atMost' in target ? target.atMost : undefined;
}

function errorsOf(
  measurement: Measurement | undefined,
): SubjectFacts['errors'] {
  const facts = measurement?.facts;
  const attempts = positive(facts?.attempts);
  const failed = facts?.failed === 0 ? 0 : positive(facts?.failed);
  if (attempts === undefined || failed === undefined) return undefined;
  const kinds = Object.entries(facts?.errors ?? {}).filter(
    (entry): entry is [string, number] => positive(entry[1]) !== undefined,
  );
  return { failed, attempts, kinds: Object.fromEntries(kinds) };
}

/** Gathers what a report tells about one subject. */
export function readFacts(options: {
  subject: string;
  outcomes: readonly Outcome[];
  measurements: readonly Measurement[];
  fingerprint: Fingerprint;
}): SubjectFacts {
  const { subject, fingerprint } = options;
  const outcomes = options.outcomes.filter(each => each.subject === subject);
  const all = options.measurements.filter(each => each.subject === subject);
  const sound = all.filter(
    ({ confidence, value }) =>
      confidence.value >= leastConfidence && Number.isFinite(value),
  );
  const doubted = all.find(
    ({ confidence }) => confidence.value < leastConfidence,
  );
  const find = (metric: string, statistic: string) =>
    sound.find(each => each.metric === metric && each.statistic === statistic);
  const ranged = (metric: string, statistic: string) => {
    const found = find(metric, statistic);
    return found && rangeOf(found);
  };
  const targetOf = (checkId: string) =>
    mostOf(outcomes.find(each => each.checkId === checkId)?.target);

  const capacity = find('inference.capacity', 'max');
  const unloaded = find('inference.unloaded_latency', 'p50');
  const ttft = find('inference.ttft', 'p50');
  const deployment = deploymentOf(fingerprint, subject);
  return {
    subject,
    outcomes,
    deployment,
    pods: fingerprint.replicas || deployment?.minReplicas || 1,
    users:
      capacity?.facts?.arrival === 'closed'
        ? positive(capacity.facts.users)
        : undefined,
    instances: positive(capacity?.facts?.instances) ?? 1,
    p50: ranged('inference.latency', 'p50'),
    p99: ranged('inference.latency', 'p99'),
    throughput: positive(capacity?.value),
    rateCeiling: positive(capacity?.facts?.rateCeiling),
    ...(unloaded && {
      unloaded: {
        p50: unloaded.value,
        least: positive(unloaded.facts?.minMs) ?? unloaded.interval?.lower,
      },
    }),
    errors: errorsOf(find('inference.error_rate', 'upper95')),
    ...(ttft && {
      ttft: {
        p50: rangeOf(ttft),
        unloaded: positive(ttft.facts?.unloadedMs),
      },
    }),
    latencyTargets: {
      p50: targetOf('inference-latency-p50'),
      p99: targetOf('inference-latency-p99'),
    },
    ...(doubted && { doubts: doubted.confidence.reasons.join('; ') }),
  };
}
