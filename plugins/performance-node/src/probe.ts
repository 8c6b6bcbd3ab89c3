import type { Entity } from '@backstage/catalog-model';
import type {
  Effect,
  Fingerprint,
  LatencyClass,
  Measurement,
  MetricInfo,
  ProbePlan,
  ProbeProgress,
  Validity,
} from '@dynoscope/scorecard';

/**
 * The running thing that a probe measures for an entity in one environment.
 *
 * @public
 */
export interface Subject {
  /** Unique for the entity, such as `endpoint/iris`. */
  id: string;
  /** `endpoint`, `database`, `gpu` … */
  kind: string;
  /** Address as it is shown in the plan, without credentials. */
  address: string;
  /** Who allowed the address, in words. */
  allowedBy: string;
  /** What the outbound door resolves before a run, which then holds the address; never shown. */
  url?: string;
  /** Chooses the latency targets of a subject that serves a model. */
  latencyClass?: LatencyClass;
}

/**
 * Ceilings of one run, from `performance.limits`.
 *
 * @public
 */
export interface Limits {
  /** Connections at a time. */
  connections: number;
  /** Requests a second. */
  rate: number;
  /** From the first request to the last answer. */
  seconds: number;
  /** Sent and received together. */
  bytes: number;
}

/**
 * What a probe may ask while it finds its subjects: nothing that touches them.
 *
 * @public
 */
export interface DiscoveryContext {
  /** Reports a mistake of the entity or the configuration, shown on the entity's page. */
  problem(message: string): void;
}

/**
 * Where a load or a request may go: host and port after resolution, checked by the outbound door.
 *
 * @public
 */
export interface ResolvedAddress {
  /** Address as configured. */
  url: string;
  /** Host name or address, without brackets. */
  host: string;
  /** Port, also where the address leaves it out. */
  port: number;
  /** The address every connection is pinned to. */
  ip: string;
}

/**
 * What a probe gets while it measures.
 *
 * @public
 */
export interface ProbeContext {
  /** Goes with every request, in the header `x-dynoscope-run`. */
  runId: string;
  /** What was shown and allowed; nothing goes beyond it. */
  plan: ProbePlan;
  /** Aborted when the run is cancelled, switched off or out of time. */
  signal: AbortSignal;
  /** Milliseconds since the epoch after which nothing may be sent any more. */
  deadline: number;
  /** Resolves, checks and pins an address; throws an error with a `code` of INTERFACES when it is refused. */
  resolve(url: string): Promise<ResolvedAddress>;
  /** The newest measurement of this subject that could be relied on, `undefined` before the first one. */
  previous?(
    metric: string,
    statistic: string,
  ): Promise<Pick<Measurement, 'value' | 'n'> | undefined>;
  /** Tells how far it is; may be called at any rate. */
  progress(
    update: Partial<
      Pick<ProbeProgress, 'done' | 'total' | 'unit' | 'message' | 'live'>
    >,
  ): void;
  /** Keeps raw material with the run and returns its id. `data` is drawn by the page, `raw` stays behind a link. */
  evidence(item: {
    kind: string;
    title: string;
    data?: Record<string, unknown>;
    raw?: unknown;
  }): string;
  /** Says something in the report that no number says. */
  note(text: string): void;
  /** Adds to what was measured: image, model, revision, replicas … */
  fingerprint(facts: Partial<Fingerprint>): void;
  /** Says whether the measurement itself can be trusted. */
  validity(validity: Validity): void;
  /** The command that repeats the measurement outside the portal. */
  command(command: string): void;
}

/**
 * Code that measures one kind of subject; the only code that touches it.
 *
 * @public
 */
export interface Probe<S extends Subject = Subject> {
  /** Letters, digits and dashes, such as `inference`. */
  id: string;
  /** Name of the probe on pages, such as `Inference load`. */
  title: string;
  /** What it may emit; a measurement of anything else is rejected. */
  metrics: readonly MetricInfo[];
  /** Decides permission, budget and default schedule. */
  effect: Effect;
  /** Where the schedule looks for entities: those that carry one of the annotations, and those that configuration names. */
  candidates: {
    annotations: readonly string[];
    entityRefs: readonly string[];
  };
  /** The one place that maps an entity to subjects; `[]` means none. */
  subjects(
    entity: Entity,
    environment: string,
    context: DiscoveryContext,
  ): Promise<S[]>;
  /** What it would do, before it does it. */
  plan(subject: S, limits: Limits): ProbePlan;
  /**
   * Measures, within the plan. Throws an error with a `code` of the HTTP interface when it knows the cause; the message is
   * shown, so it holds no text of the target and no secret.
   */
  measure(subject: S, context: ProbeContext): Promise<Measurement[]>;
}
