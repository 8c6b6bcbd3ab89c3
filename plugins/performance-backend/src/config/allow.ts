import { z } from 'zod/v3';
import {
  cidrSchema,
  entityRefSchema,
  payloadSchema,
  protocolSchema,
} from './endpoint';
import { manifestPatternSchema } from './manifest';
import { listSchema, numberSchema } from './scalars';
import { section } from './section';

/** One label of a host pattern: plain, `*` for any one label, or the namespace of the entity. */
const label = /^(\*|\{namespace\}|[a-z0-9]([a-z0-9-]*[a-z0-9])?)$/i;
const address = /^[0-9a-f:.]+$/i;

const portSchema = numberSchema({ least: 1, integer: true }).refine(
  port => port <= 65535,
  'must be a port from 1 to 65535',
);

/** What `dynoscope.dev/inference-url` may name. */
export const allowSchema = section({
  host: z
    .string({
      required_error: 'is missing',
      invalid_type_error: 'must be text',
    })
    .transform(host => host.toLowerCase())
    .refine(
      host =>
        (host.includes(':') && address.test(host)) ||
        host.split('.').every(part => label.test(part)),
      'must be a host such as models.example.com, an IP address, or a pattern in which a whole label is * or {namespace}',
    ),
  cidr: listSchema(cidrSchema).optional(),
  port: listSchema(portSchema).optional(),
  environment: z.string().optional(),
  entities: z.array(entityRefSchema).min(1).optional(),
  protocol: protocolSchema.optional(),
  payload: payloadSchema.optional(),
  manifest: manifestPatternSchema.optional(),
  namespaceFrom: z
    .enum(['entity', 'kubernetesAnnotation'], {
      errorMap: () => ({ message: 'must be entity or kubernetesAnnotation' }),
    })
    .default('entity'),
}).refine(
  entry =>
    !entry.host.includes('*') ||
    entry.host.includes('{namespace}') ||
    entry.entities !== undefined,
  'has a host with * that every entity could use; add {namespace} to the host, or list entities',
);
