import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import ipaddr from 'ipaddr.js';
import { z } from 'zod/v3';
import { readTargetUrl } from '../subjects/targetUrl';
import { bytesSchema } from './bytes';
import { manifestSchema } from './manifest';
import { listSchema, numberSchema } from './scalars';
import { section } from './section';

const text = z
  .string({
    invalid_type_error: 'must be text',
    required_error: 'is missing',
  })
  .min(1, 'must not be empty');

/** Text that goes into a header: no line break can add another header. */
const headerText = text.regex(
  /^[\x20-\x7e]+$/,
  'must be printable ASCII without line breaks',
);

export const entityRefSchema = text.transform((value, context) => {
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultNamespace: 'default' }),
    );
  } catch {
    context.addIssue({
      code: z.ZodIssueCode.custom,
      message:
        'must be an entity ref such as component:default/iris-classifier',
    });
    return z.NEVER;
  }
});

export const cidrSchema = text.refine(
  value => ipaddr.isValidCIDR(value),
  'must be an address range such as 10.0.0.0/8 or fd00::/8',
);

/** The protocols that the load engine speaks. */
const protocols = ['http', 'kserve-v1', 'open-inference-v2'] as const;

export const protocolSchema = z.enum(protocols, {
  errorMap: () => ({ message: `must be one of ${protocols.join(', ')}` }),
});

/** Headers that the engine sets itself or that would change where a request goes. */
const reservedHeaders = [
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-dynoscope-run',
];

const authSchema = section({
  bearer: headerText.optional(),
  header: section({
    name: text
      .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'must be a header name')
      .refine(
        name => !reservedHeaders.includes(name.toLowerCase()),
        `must not be one of ${reservedHeaders.join(', ')}`,
      ),
    value: headerText,
  }).optional(),
  basic: section({
    username: text.regex(/^[^:]+$/, 'must not hold a colon'),
    password: text,
  }).optional(),
}).refine(
  auth => Object.values(auth).filter(Boolean).length === 1,
  'must hold exactly one of bearer, header, basic',
);

export const payloadSchema = section({
  file: text.optional(),
  inline: z
    .union([text, z.record(z.unknown()), z.array(z.unknown())])
    .optional(),
}).refine(
  payload => (payload.file === undefined) !== (payload.inline === undefined),
  'must hold exactly one of file, inline',
);

const tlsSchema = section({
  ca: text.optional(),
  cert: text.optional(),
  key: text.optional(),
  serverName: text.optional(),
}).refine(
  tls => (tls.cert === undefined) === (tls.key === undefined),
  'must hold both cert and key for a client certificate, or neither',
);

const modelSchema = section({
  sizeBytes: bytesSchema.optional(),
  uri: text.optional(),
  runtime: text.optional(),
  image: text.optional(),
  revision: text.optional(),
});

export const endpointSchema = section({
  url: text.superRefine((value, context) => {
    try {
      readTargetUrl(value);
    } catch (error) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: (error as Error).message,
      });
    }
  }),
  environment: text.optional(),
  protocol: protocolSchema.optional(),
  entities: z
    .array(entityRefSchema, {
      errorMap: () => ({
        message:
          'must list the entities that this endpoint belongs to, such as [component:default/iris-classifier]',
      }),
    })
    .min(1),
  cidr: listSchema(cidrSchema).optional(),
  payload: payloadSchema.optional(),
  auth: authSchema.optional(),
  tls: tlsSchema.optional(),
  model: modelSchema.optional(),
  manifest: manifestSchema.optional(),
  timeoutSeconds: numberSchema({ above: 0 }).optional(),
});
