import { z } from 'zod/v3';

/** Label values end at 63 characters, and KServe's own label is `isvc.<name>-predictor`. */
const longestServiceName = 63 - 'isvc.'.length - '-predictor'.length;

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const entityRef =
  /^([a-zA-Z][a-zA-Z0-9.-]{0,62}:)?([a-z0-9][a-z0-9-]{0,62}\/)?[a-zA-Z0-9][-a-zA-Z0-9_.]{0,62}$/;
const plainWord = /^[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?$/;
const qualifiedName =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[a-zA-Z0-9]([-\w.]*[a-zA-Z0-9])?$/;

/** Name of an InferenceService: KServe wants a letter first. */
export const serviceName = z
  .string()
  .max(longestServiceName)
  .regex(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    'must be small letters, digits and -, begin with a letter and end with a letter or digit',
  );

/** Name of a Kubernetes namespace. */
export const namespaceName = z
  .string()
  .max(63)
  .regex(
    label,
    'must be small letters, digits and -, with a letter or digit at both ends',
  );

/** Reference to a catalog entity. */
export const reference = z
  .string()
  .max(200)
  .regex(
    entityRef,
    'must be an entity reference such as group:default/team-search',
  );

/** Name of a model format, runtime, lifecycle or type. */
export const word = z
  .string()
  .max(63)
  .regex(
    plainWord,
    'must be letters, digits, ., _ and -, with a letter or digit at both ends',
  );

/** One line of plain text. */
export const line = z
  .string()
  .max(500)
  .regex(
    /^[^\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff]*$/u,
    'must be one line without control characters and marks of text direction',
  );

/** Amount of CPU, in cores or thousandths of one. */
export const cpuQuantity = z
  .string()
  .max(20)
  .regex(
    /^([1-9]\d*(\.\d{1,3})?|0\.\d{0,2}[1-9]\d{0,2}|[1-9]\d*m)$/,
    'must be an amount of CPU such as 500m or 2',
  );

/** Amount of memory. */
export const memoryQuantity = z
  .string()
  .max(20)
  .regex(
    /^[1-9]\d*(\.\d{1,3})?(Mi|Gi|Ti|M|G|T)$/,
    'must be an amount of memory such as 512Mi or 4Gi',
  );

/** Labels that a node must have. */
export const nodeLabels = z
  .record(
    z
      .string()
      .max(253)
      .regex(qualifiedName, 'must be a label name such as nvidia.com/gpu'),
    z
      .string()
      .max(63)
      .regex(/^([a-zA-Z0-9]([-\w.]*[a-zA-Z0-9])?)?$/, 'must be a label value'),
  )
  .refine(labels => Object.keys(labels).length <= 10, {
    message: 'must be at most 10 labels',
  });

/** Where a model is, in a scheme that KServe's storage initializer reads. */
export const storageUri = z
  .string()
  .max(1000)
  .regex(
    /^(s3|gs|hf|pvc|oci|https?|hdfs|webhdfs|abfs):\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/,
    'must begin with s3://, gs://, hf://, pvc://, oci://, https://, http://, hdfs://, webhdfs:// or abfs:// and hold no spaces',
  )
  .refine(uri => !/(^|\/)(\.|%2e){2}(\/|$)/i.test(uri), {
    message: 'must not hold ..',
  })
  .refine(uri => !/:\/\/[^/?#]*@/.test(uri), {
    message: 'must not hold a password: KServe reads credentials from a Secret',
  });

/** Address of a web server, or a pattern of it with `{name}` and `{namespace}`. */
export const webAddress = z
  .string()
  .max(500)
  .regex(
    /^https?:\/\/[\w.~:{}[\]-]+(\/[\w.~:{}/?#@!$&'()*+,;=%-]*)?$/,
    'must be an http or https address without spaces and passwords',
  )
  .refine(address => !/\{(?!(name|namespace)\})|[^e]\}/.test(address), {
    message: 'may hold {name} and {namespace}, and no other braces',
  })
  .refine(address => !/(^|\/)(\.|%2e){2}(\/|[?#]|$)/i.test(address), {
    message: 'must not hold ..',
  });

/** Address of a web server. */
export const serverAddress = webAddress.refine(
  address => !/[{}]/.test(address),
  { message: 'must not hold braces' },
);
