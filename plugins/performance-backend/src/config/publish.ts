import { resolve } from 'node:path';
import { z } from 'zod/v3';
import { section } from './section';

const text = z
  .string({ invalid_type_error: 'must be text' })
  .min(1, 'must not be empty');

/** Where the golden path puts a new service, and where it is then found. */
export const publishSchema = section({
  folder: text.transform(folder => resolve(folder)).optional(),
  inferenceUrl: text
    .refine(pattern => {
      const url = pattern
        .replaceAll('{name}', 'name')
        .replaceAll('{namespace}', 'namespace');
      return (
        pattern.includes('{name}') &&
        !/[{}]/.test(url) &&
        URL.canParse(url) &&
        /^https?:$/.test(new URL(url).protocol)
      );
    }, 'must be an http or https address with {name} in it, and {namespace} where it is needed')
    .optional(),
});
