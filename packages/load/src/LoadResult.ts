import { z } from 'zod/v3';
import { errorKinds } from './errorKinds';
import { loadPlanSchema, sloNames } from './plan';

const count = z.number().int().nonnegative();
const share = z.number().nonnegative();
const milliseconds = z.number().nonnegative();
const time = z.string().datetime();

/**
 * Reasons that the engine can find; others of the bench JSON belong to arrivals that it does not have yet.
 *
 * @public
 */
export const validityCodes = [
  'unreachable',
  'clock-jump',
  'loop-busy',
  'cpu-starved',
  'gc',
  'lateness',
  'too-few-samples',
  'connection-churn',
  'target-limit',
  'unsent',
] as const;

/** Percentiles that nothing was measured for are left out; an interval is too where there are too few samples. */
const distributionSchema = z.object({
  unit: z.literal('ms'),
  n: count,
  p50: milliseconds.optional(),
  p90: milliseconds.optional(),
  p95: milliseconds.optional(),
  p99: milliseconds.optional(),
  p999: milliseconds.optional(),
  max: milliseconds.optional(),
  mean: milliseconds.optional(),
  /** At 95 %, by order statistics. */
  intervals: z.record(z.tuple([milliseconds, milliseconds])),
});

const countsSchema = z.object({
  sent: count,
  succeeded: count,
  failed: count,
  inFlight: count,
});

/**
 * What a load run measured: the bench JSON. Requests of the warm-up are counted in `warmup`, `bytes` and `connections`
 * and nowhere else.
 *
 * @public
 */
export const loadResultSchema = z.object({
  schemaVersion: z.literal(1),
  plan: loadPlanSchema,
  path: z.enum(['raw', 'full']),
  /** The measured phase, until its last answer. */
  window: z.object({ start: time, end: time }),
  validity: z.object({
    verdict: z.enum(['valid', 'client-limited', 'invalid']),
    reasons: z.array(
      z.object({ code: z.enum(validityCodes), message: z.string() }),
    ),
  }),
  /** planned = sent + unsent, sent = succeeded + failed + inFlight, Σ errors = failed. */
  requests: countsSchema.extend({
    planned: count,
    unsent: count,
    errors: z.record(z.enum(errorKinds), count),
  }),
  /** The first failure of each kind, in the engine's words. */
  errorExamples: z.record(z.enum(errorKinds), z.string()),
  warmup: countsSchema.extend({ seconds: z.number().nonnegative() }),
  bytes: z.object({ sent: count, received: count }),
  connections: z.object({ opened: count }),
  /** Of succeeded requests. `reached`: the ceiling and not the target held the rate. */
  throughput: z.object({
    value: z.number().nonnegative(),
    unit: z.literal('1/s'),
    ceiling: z.object({ rate: z.number(), reached: z.boolean() }).optional(),
  }),
  /** Of succeeded requests, from the intended send time; in a closed loop that is the actual one but for reconnecting. */
  latency: distributionSchema,
  /** Of succeeded requests, from the actual send time. */
  serviceTime: distributionSchema,
  /** How late the client's event loop served its own timer: so much later anything may have been sent or seen. */
  lateness: z.object({
    unit: z.literal('ms'),
    p50: milliseconds,
    p99: milliseconds,
  }),
  slo: z
    .array(
      z.object({
        name: z.enum(sloNames),
        target: z.object({ atMost: z.number() }),
        unit: z.enum(['ms', '%']),
        /** Left out when it is infinite: so many requests failed. */
        value: z.number().optional(),
        status: z.enum(['pass', 'fail', 'inconclusive']),
        reason: z.string(),
      }),
    )
    .optional(),
  /** Latency in whole microseconds, HDR Histogram V2, base64. */
  histogram: z.string(),
  curve: z.array(
    z.object({
      percentile: z.number().min(0).max(100),
      latency: milliseconds,
      serviceTime: milliseconds,
    }),
  ),
  /** By the second in which requests ended. */
  series: z.array(
    z.object({
      at: time,
      succeeded: count,
      failed: count,
      p50: milliseconds.optional(),
      p99: milliseconds.optional(),
    }),
  ),
  client: z.object({
    cpuShare: share,
    eventLoopUtilization: share,
    gcShare: share,
  }),
  stopped: z.object({ code: z.string(), message: z.string() }).optional(),
});

/**
 * What a load run measured, see {@link loadResultSchema}.
 *
 * @public
 */
export type LoadResult = z.output<typeof loadResultSchema>;
/**
 * Percentiles of latency or service time.
 *
 * @public
 */
export type Distribution = LoadResult['latency'];
/**
 * Why a run is not simply valid.
 *
 * @public
 */
export type ValidityCode = (typeof validityCodes)[number];
