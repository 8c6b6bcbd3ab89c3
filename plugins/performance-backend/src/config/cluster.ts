import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod/v3';
import { section } from './section';

const text = z
  .string({ required_error: 'is missing', invalid_type_error: 'must be text' })
  .min(1, 'must not be empty');

const pathSchema = text
  .transform(path => resolve(path))
  .refine(isFile, 'must be a file that can be read');

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** How a cluster is reached: a kubeconfig file, or an address with a token. */
export const clusterSchema = section({
  kubeconfig: pathSchema.optional(),
  context: text.optional(),
  url: text
    .refine(
      url => URL.canParse(url) && new URL(url).protocol === 'https:',
      'must be an https address',
    )
    .optional(),
  token: text
    .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without blanks')
    .optional(),
  caFile: pathSchema.optional(),
  caData: text.optional(),
}).superRefine((cluster, context) => {
  const wrong = (message: string) =>
    context.addIssue({ code: z.ZodIssueCode.custom, message });
  const { kubeconfig, url, token, caFile, caData } = cluster;
  if ((kubeconfig === undefined) === (url === undefined)) {
    wrong('must hold exactly one of kubeconfig, url');
  } else if (kubeconfig !== undefined && (token ?? caFile ?? caData)) {
    wrong('takes token, caFile and caData only beside url');
  } else if (url !== undefined && cluster.context !== undefined) {
    wrong('takes context only beside kubeconfig');
  } else if (url !== undefined && token === undefined) {
    wrong('must hold token beside url');
  } else if (caFile !== undefined && caData !== undefined) {
    wrong('must hold at most one of caFile, caData');
  }
});

/** One of `performance.kubernetes.clusters`. */
export type ClusterConfig = z.output<typeof clusterSchema>;
