import {
  AppsV1Api,
  createConfiguration,
  CustomObjectsApi,
  ResponseContext,
  ServerConfiguration,
  wrapHttpLibrary,
  type Configuration,
} from '@kubernetes/client-node';
import type { ClusterConfig } from '../../config/cluster';
import type { ManifestLocation } from '../../config/manifest';
import { manifestText, type ManifestText } from '../manifestText';
import { UnreadableManifest } from '../UnreadableManifest';
import { sendBounded } from './boundedHttp';
import { kubeConfigOf } from './kubeConfigOf';
import { manifestYaml } from './manifestYaml';
import { isRolledOut, isServiceReady } from './rollout';

/** What is read of a cluster: this one object, and the Deployment that KServe makes of it. */
const resource = {
  group: 'serving.kserve.io',
  version: 'v1beta1',
  plural: 'inferenceservices',
};

/** Reads one InferenceService of a cluster, as the text of its manifest, and whether it is rolled out. */
export async function readInferenceService(
  location: Extract<ManifestLocation, { kind: 'kubernetes' }>,
  options: { clusters: Record<string, ClusterConfig>; signal: AbortSignal },
): Promise<ManifestText> {
  const { cluster, namespace, name } = location;
  const { clusters, signal } = options;
  const api = await configurationOf(cluster, clusters[cluster], signal);
  const object = await answerOf(
    new CustomObjectsApi(api).getNamespacedCustomObject({
      ...resource,
      namespace,
      name,
    }),
    signal,
  );
  const yaml = manifestYaml(object, location);
  return manifestText(Buffer.from(yaml), {
    file: 'inference-service.yaml',
    source: {
      kind: 'kubernetes',
      reference: `${cluster}/${namespace}/${name}`,
    },
    ready:
      isServiceReady(object) &&
      (await hasNewestPods(api, { namespace, name }, signal)),
    name,
  });
}

async function configurationOf(
  name: string,
  cluster: ClusterConfig,
  signal: AbortSignal,
): Promise<Configuration> {
  const kubeConfig = await kubeConfigOf(name, cluster);
  return createConfiguration({
    baseServer: new ServerConfiguration(
      kubeConfig.getCurrentCluster()!.server,
      {},
    ),
    authMethods: { default: kubeConfig },
    httpApi: wrapHttpLibrary({
      send: async context =>
        new ResponseContext(...(await sendBounded(context, signal))),
    }),
  });
}

/** Where the Deployment is not there or may not be read, the word of the InferenceService counts. */
async function hasNewestPods(
  api: Configuration,
  { namespace, name }: { namespace: string; name: string },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return isRolledOut(
      await answerOf(
        new AppsV1Api(api).readNamespacedDeployment({
          namespace,
          name: `${name}-predictor`,
        }),
        signal,
      ),
    );
  } catch (error) {
    if (error instanceof UnreadableManifest) return true;
    throw error;
  }
}

async function answerOf(
  answer: Promise<unknown>,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof UnreadableManifest) throw error;
    // the client's own words repeat headers and answers
    throw new UnreadableManifest(
      'the cluster does not answer as an API server does',
    );
  }
}
