import { z } from 'zod/v3';
import { protocolIds } from './protocol/protocolIds';

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Headers that say how the message is framed; only the engine may set them. */
const framing = [
  'connection',
  'content-length',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const positive = z.number().finite().positive();
const whole = z.number().int().safe().positive();

const urlSchema = z.string().superRefine((text, context) => {
  const problem = urlProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'must be an absolute http or https address';
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) {
    return `must be an http or https address, not ${url.protocol}`;
  }
  if (url.username || url.password) {
    return 'must not hold a name or password; send them as a header';
  }
  return undefined;
}

const headersSchema = z.record(z.string()).superRefine((headers, context) => {
  for (const [name, value] of Object.entries(headers)) {
    const problem = headerProblem(name, value);
    if (problem) {
      context.addIssue({ code: 'custom', path: [name], message: problem });
    }
  }
});

function headerProblem(name: string, value: string): string | undefined {
  if (!headerName.test(name)) return 'is not a header name';
  if (framing.includes(name.toLowerCase())) return 'is set by the engine';
  if (!headerValue.test(value)) return 'must be one line of latin-1 text';
  return undefined;
}

const bodySchema = z.union([
  z.object({ text: z.string() }).strict(),
  z.object({ base64: z.string().base64() }).strict(),
]);

/** Users who each send their next request when the last one is answered, after a time to think. */
const closedArrivalSchema = z
  .object({
    kind: z.literal('closed'),
    users: whole.max(10_000),
    thinkMs: z.number().finite().nonnegative().max(3_600_000).optional(),
  })
  .strict();

const limitsSchema = z
  .object({
    requests: whole.optional(),
    /** Requests a second. */
    rate: positive.optional(),
    connections: whole.optional(),
    /** Sent and received together. */
    bytes: whole.optional(),
    seconds: positive.optional(),
    /** The longest answer that is read. */
    responseBytes: whole.default(10_485_760),
  })
  .strict();

const breakerSchema = z
  .object({
    /** From 0 to 1. */
    errorShare: z.number().min(0).max(1).default(0.05),
    minRequests: whole.default(50),
    windowSeconds: whole.max(600).default(10),
  })
  .strict();

/**
 * What an objective can be about: percentiles of the latency, and the share of failed requests.
 *
 * @public
 */
export const sloNames = ['p50', 'p90', 'p95', 'p99', 'p999', 'errors'] as const;

const sloSchema = z
  .object({
    name: z.enum(sloNames),
    /** Milliseconds; per cent for `errors`. */
    atMost: z.number().finite().nonnegative(),
  })
  .strict();

/**
 * What a load run does: one serialisable document for portal, command and worker. Missing limits do not limit;
 * those given are hard and count the warm-up too.
 *
 * @public
 */
export const loadPlanSchema = z
  .object({
    schemaVersion: z.literal(1),
    url: urlSchema,
    method: z
      .enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
      .default('GET'),
    headers: headersSchema.default({}),
    body: bodySchema.optional(),
    protocol: z.enum(protocolIds),
    arrival: z.discriminatedUnion('kind', [closedArrivalSchema]),
    warmupSeconds: z.number().finite().nonnegative().default(0),
    /** Length of the measured phase; or `requests`, never both. */
    seconds: positive.optional(),
    requests: whole.optional(),
    /** Of one request, connecting included; 0 waits for ever. */
    timeoutSeconds: z.number().finite().nonnegative().default(20),
    keepAlive: z.boolean().default(true),
    seed: z.number().int().safe().nonnegative().default(1),
    limits: limitsSchema.default({}),
    /** Ends a run that hurts its target; `false` lets it go on. */
    breaker: z.union([z.literal(false), breakerSchema]).default({}),
    slo: z.array(sloSchema).default([]),
  })
  .strict()
  .superRefine((plan, context) => {
    const add = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: path.split('.'), message });
    const { limits, arrival, warmupSeconds, seconds, requests } = plan;
    if ((seconds === undefined) === (requests === undefined)) {
      add('seconds', 'give either seconds or requests');
    }
    if (arrival.users > (limits.connections ?? Infinity)) {
      add('arrival.users', `exceeds limits.connections, ${limits.connections}`);
    }
    if (warmupSeconds + (seconds ?? 0) > (limits.seconds ?? Infinity)) {
      add(
        'seconds',
        `with warmupSeconds exceeds limits.seconds, ${limits.seconds}`,
      );
    }
    if ((requests ?? 0) > (limits.requests ?? Infinity)) {
      add('requests', `exceeds limits.requests, ${limits.requests}`);
    }
    if (plan.protocol !== 'http') {
      if (plan.method !== 'POST') {
        add('method', `must be POST for ${plan.protocol}, not ${plan.method}`);
      }
      if (plan.body === undefined) {
        add('body', `is needed for ${plan.protocol}: the JSON of one request`);
      }
    }
  });

/**
 * A plan with all its defaults.
 *
 * @public
 */
export type LoadPlan = z.output<typeof loadPlanSchema>;
/** A plan whose defaults may be left out. @public */
export type LoadPlanInput = z.input<typeof loadPlanSchema>;
/**
 * One of {@link sloNames}.
 *
 * @public
 */
export type SloName = (typeof sloNames)[number];

/**
 * Reads a plan and fills in its defaults.
 *
 * @throws Error that names each wrong field and what is allowed.
 * @public
 */
export function parseLoadPlan(input: unknown): LoadPlan {
  const parsed = loadPlanSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new Error(`Invalid load plan: ${problems.join('; ')}`);
}
