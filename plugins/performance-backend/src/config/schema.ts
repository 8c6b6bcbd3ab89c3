import { guide, targetSchema } from '@dynoscope/scorecard';
import { z } from 'zod/v3';
import { allowSchema } from './allow';
import { clusterSchema } from './cluster';
import { endpointSchema } from './endpoint';
import { publishSchema } from './publish';
import { booleanSchema, numberSchema } from './scalars';
import { section } from './section';
import {
  environmentSchema,
  limitsSchema,
  retentionSchema,
  scheduleSchema,
} from './sections';

const namePattern = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/** A map by name, so that a later file adds to an earlier one. */
function named<T extends z.ZodTypeAny>(item: T) {
  return z
    .record(
      z
        .string()
        .regex(
          namePattern,
          'must be a name of letters, digits, dots, dashes and underscores',
        ),
      item,
      { invalid_type_error: 'must be a map by name' },
    )
    .default({});
}

const checkList = z
  .array(z.string(), { invalid_type_error: 'must be a list of check ids' })
  .default([]);

const loadSchema = section({
  users: numberSchema({ least: 1, integer: true }).default(guide.load.users),
  warmupSeconds: numberSchema({ least: 0 }).default(3),
  seconds: numberSchema({ least: 1 }).default(guide.load.seconds),
});

const inferenceSchema = section({
  endpoints: named(endpointSchema),
  allow: z
    .array(allowSchema, { invalid_type_error: 'must be a list' })
    .default([]),
  load: loadSchema.default({}),
});

const configuredTargetSchema = z.unknown().transform((value, context) => {
  const target = targetSchema.safeParse(value);
  if (target.success) return target.data;
  context.addIssue({
    code: z.ZodIssueCode.custom,
    message:
      'must be one of { atMost: 5 }, { below: 5 }, { atLeast: 5 }, { above: 5 }, { within: [1, 5] }, { ofBaseline: 0.95 }, { none: findings }, { none: leak }',
  });
  return z.NEVER;
});

export const performanceSchema = section({
  enabled: booleanSchema.default(true),
  environments: named(environmentSchema),
  inference: inferenceSchema.default({}),
  kubernetes: section({ clusters: named(clusterSchema) }).default({}),
  publish: publishSchema.default({}),
  limits: limitsSchema.default({}),
  schedule: scheduleSchema.default({}),
  targets: named(configuredTargetSchema),
  looserTargets: checkList,
  required: checkList,
  retention: retentionSchema.default({}),
});

/** What the schema makes of the configuration, before names in it are looked up. */
export type ParsedConfig = z.output<typeof performanceSchema>;
