import { stringify } from 'yaml';
import { z } from 'zod/v3';
import { UnreadableManifest } from '../UnreadableManifest';

const texts = z.record(z.string());

/** The parts of an InferenceService that somebody wrote; what the cluster adds is left out. */
const manifestSchema = z.object({
  apiVersion: z.string(),
  kind: z.literal('InferenceService'),
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    labels: texts.optional(),
    annotations: texts.optional(),
  }),
  spec: z.record(z.unknown()),
});

/** As Kubernetes reads YAML: text such as `yes` is quoted. */
const kubernetesYaml = { version: '1.1' } as const;

/** What kubectl keeps of the last manifest: text that may be old. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** The manifest of what a cluster answered, as YAML. Throws when that is not the object that was asked for. */
export function manifestYaml(
  object: unknown,
  asked: { namespace: string; name: string },
): string {
  const parsed = manifestSchema.safeParse(object);
  if (
    !parsed.success ||
    parsed.data.metadata.name !== asked.name ||
    parsed.data.metadata.namespace !== asked.namespace
  ) {
    throw new UnreadableManifest(
      'the cluster did not answer with that InferenceService',
    );
  }
  const { metadata, ...rest } = parsed.data;
  const annotations = { ...metadata.annotations };
  delete annotations[lastApplied];
  const { apiVersion, kind, spec } = rest;
  return stringify(
    {
      apiVersion,
      kind,
      metadata: {
        name: metadata.name,
        namespace: metadata.namespace,
        ...(metadata.labels && { labels: metadata.labels }),
        ...(Object.keys(annotations).length > 0 && { annotations }),
      },
      spec,
    },
    kubernetesYaml,
  );
}
