import { dirname, resolve } from 'node:path';
import { z } from 'zod/v3';
import { kubernetesNameSchema } from './kubernetesName';
import { section } from './section';

/** Where the manifest of a service is read. */
export type ManifestLocation =
  | { kind: 'file'; path: string; folder?: string; name?: string }
  | { kind: 'url'; url: string; name?: string }
  | { kind: 'kubernetes'; cluster: string; namespace: string; name: string };

/** Files of the entities, one each: `{name}` in `pattern` stands for the name of the entity. */
export interface ManifestPattern {
  pattern: string;
  /** No file outside it is read. */
  folder: string;
}

const placeholder = '{name}';
const text = z
  .string({ required_error: 'is missing', invalid_type_error: 'must be text' })
  .min(1, 'must not be empty')
  .refine(value => !value.includes('\0'), 'must not hold a NUL');

const fileSchema = text.refine(
  file => !/[{}]/.test(file),
  'must be the path of one file; {name} is for the manifest of inference.allow',
);

const urlSchema = text.refine(value => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.password === ''
  );
}, 'must be an http or https address without user name and password; an integration or backend.reading.allow lets the portal read it');

/** Where the manifest of an endpoint is: exactly one of a file, an address and an object of a cluster. */
export const manifestSchema = section({
  file: fileSchema.optional(),
  url: urlSchema.optional(),
  cluster: text.optional(),
  namespace: kubernetesNameSchema.optional(),
  name: kubernetesNameSchema.optional(),
}).transform((manifest, context): ManifestLocation => {
  const { file, url, cluster, namespace, name } = manifest;
  const wrong = (message: string) => {
    context.addIssue({ code: z.ZodIssueCode.custom, message });
    return z.NEVER;
  };
  const given = [file, url, cluster].filter(value => value !== undefined);
  if (given.length !== 1) {
    return wrong('must hold exactly one of file, url, cluster');
  }
  if (cluster !== undefined) {
    return namespace === undefined || name === undefined
      ? wrong('must hold namespace and name beside cluster')
      : { kind: 'kubernetes', cluster, namespace, name };
  }
  if (namespace !== undefined) {
    return wrong('takes namespace only beside cluster');
  }
  return file === undefined
    ? { kind: 'url', url: url!, name }
    : { kind: 'file', path: resolve(file), name };
});

/** Where the manifests of entities are whose address an annotation names. */
export const manifestPatternSchema = section({
  file: text.refine(file => {
    const rest = file.split(placeholder);
    return rest.length === 2 && !/[{}]/.test(rest.join(''));
  }, 'must be a path with {name} in it once, which stands for the name of the entity'),
}).transform(({ file }): ManifestPattern => {
  const [before] = file.split(placeholder);
  const start = resolve(`${before}x`);
  return { pattern: resolve(file), folder: dirname(start) };
});

/** A name of an entity in the catalog; nothing in it can leave a folder. */
const entityName = /^[a-z0-9](?:[-_.]?[a-z0-9])*$/i;

/** The manifest of one entity; `undefined` for a name that is none. */
export function manifestOf(
  { pattern, folder }: ManifestPattern,
  name: string,
): ManifestLocation | undefined {
  if (name.length > 63 || !entityName.test(name)) return undefined;
  const path = pattern.replace(placeholder, () => name);
  return { kind: 'file', path, folder };
}
