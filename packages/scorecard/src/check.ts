import type { LatencyClass } from './guide';
import type { Category } from './outcomeSchema';
import type {
  Interval,
  Measurement,
  Message,
  Target,
  TargetSource,
} from './schema';
import type { Unit } from './units';

/**
 * A target and where it comes from.
 *
 * @public
 */
export interface SourcedTarget {
  target: Target;
  source: TargetSource;
}

/**
 * What a check sees of one subject.
 *
 * @public
 */
export interface CheckInput {
  /** Everything that was measured of the subject in this run. */
  measurements: readonly Measurement[];
  /** The target to judge by; `undefined` when neither guide, configuration nor annotation has one. */
  target?: SourcedTarget;
  latencyClass?: LatencyClass;
  /** The pinned measurements that a share of the baseline refers to. */
  baseline?: readonly Measurement[];
  /** What a probe found for this check; `undefined` when none looked. */
  findings?: readonly Record<string, unknown>[];
}

/**
 * The value that a judgement is about.
 *
 * @public
 */
export interface Judged {
  metric?: string;
  statistic?: string;
  value?: number;
  unit?: Unit;
  n?: number;
  interval?: Interval;
  target?: Target;
  targetSource?: TargetSource;
  /** Share of the target: positive is to spare, negative is missed. */
  margin?: number;
  findings?: Record<string, unknown>[];
  evidenceIds?: string[];
}

/**
 * What a check says about one subject.
 *
 * @public
 */
export type Judgement = Judged &
  (
    | { status: 'pass' | 'warn' | 'fail'; reason?: Message }
    | { status: 'inconclusive'; reason: Message; needs: Message }
    | { status: 'no-data' | 'not-applicable' | 'error'; reason: Message }
  );

/**
 * A pure function from measurements and target to a judgement, with the texts that explain it.
 *
 * @public
 */
export interface Check {
  /** Kebab case, such as `inference-latency-p99`. */
  id: string;
  category: Category;
  /** A noun that stands beside the value, such as "P99 latency". */
  title: string;
  /** What a miss means, in one sentence without a full stop. */
  failureTitle: string;
  /** Why it matters, in one or two sentences. */
  description: string;
  /** Section of the guide. */
  guide: string;
  /** Path or address of the page that explains the check. */
  doc: string;
  /** Kinds of subjects that it judges. */
  subjectKinds: readonly string[];
  /** What it needs; a probe that failed to give these makes it an error. */
  metrics: readonly {
    metric: string;
    statistic: string;
    /** Judges this value instead of the check's own target. */
    target?: SourcedTarget;
  }[];
  /** The guide's target for a subject, `undefined` when it has none. */
  target(input: {
    latencyClass?: LatencyClass;
    measurements: readonly Measurement[];
  }): SourcedTarget | undefined;
  evaluate(input: CheckInput): Judgement;
}
