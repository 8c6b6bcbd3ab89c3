import { z } from 'zod/v3';
import { bytesSchema } from './bytes';
import { durationSchema } from './duration';
import { booleanSchema, numberSchema } from './scalars';
import { section } from './section';

const minute = 60;
const hour = 60 * minute;

export const environmentSchema = z.preprocess(
  value => value ?? {},
  section({ production: booleanSchema.default(false) }),
);

/** Hard ceilings of one run, and what one address may get from all runs together. */
export const limitsSchema = section({
  connections: numberSchema({ least: 1, integer: true }).default(50),
  rate: numberSchema({ above: 0 }).default(200),
  seconds: numberSchema({ least: 1 }).default(2 * minute),
  bytes: bytesSchema.default('1GB'),
  coolDown: durationSchema.optional(),
  requestsPerDay: numberSchema({ least: 1, integer: true }).optional(),
});

export const scheduleSchema = section({
  enabled: booleanSchema.default(true),
  frequency: durationSchema.default({ hours: 1 }),
  initialDelay: durationSchema.default({ seconds: 10 }),
  production: booleanSchema.default(false),
  freshness: durationSchema.optional(),
})
  .refine(
    schedule => schedule.frequency >= minute,
    'must have a frequency of at least one minute',
  )
  .transform(({ frequency, initialDelay, freshness, ...schedule }) => ({
    ...schedule,
    frequencySeconds: frequency,
    initialDelaySeconds: initialDelay,
    /** Age from which an outcome is stale. */
    freshnessSeconds: freshness ?? 2 * frequency,
  }));

export const retentionSchema = section({
  reports: durationSchema.default({ days: 730 }),
  evidence: durationSchema.default({ days: 14 }),
})
  .refine(
    retention => retention.reports >= hour && retention.evidence >= hour,
    'must keep reports and evidence for at least one hour',
  )
  .transform(({ reports, evidence }) => ({
    reportsSeconds: reports,
    evidenceSeconds: Math.min(reports, evidence),
  }));
