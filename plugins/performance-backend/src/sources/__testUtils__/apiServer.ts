import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const fixture = (name: string) => resolve(__dirname, 'fixtures', name);

/** The certificate that the server has, and that signs itself. */
export const caFile = fixture('certificate.pem');

/** The one token that the server knows. */
export const token = 'canary-token';

const paths = {
  service:
    '/apis/serving.kserve.io/v1beta1/namespaces/models/inferenceservices/ranker',
  deployment: '/apis/apps/v1/namespaces/models/deployments/ranker-predictor',
};

/** An InferenceService as a cluster answers it. */
export const ranker = {
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: {
    name: 'ranker',
    namespace: 'models',
    generation: 3,
    resourceVersion: '814',
    uid: '1f3d',
    annotations: {
      'serving.kserve.io/deploymentMode': 'RawDeployment',
      'kubectl.kubernetes.io/last-applied-configuration': '{"canary":"old"}',
    },
    managedFields: [{ manager: 'kubectl', fieldsV1: {} }],
  },
  spec: {
    predictor: {
      batcher: { maxBatchSize: 32, maxLatency: 100 },
      model: { args: ['yes', '010'] },
    },
  },
  status: {
    observedGeneration: 3,
    conditions: [{ type: 'Ready', status: 'True' }],
  },
};

/** What the server does with a request that it would answer. */
export type Misbehaviour = (response: ServerResponse) => void;

/** The Deployment that KServe makes of it. */
export const predictor = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'ranker-predictor', namespace: 'models', generation: 2 },
  spec: { replicas: 1 },
  status: {
    observedGeneration: 2,
    replicas: 1,
    updatedReplicas: 1,
    availableReplicas: 1,
  },
};

/** An API server of these objects that is as strict as a real one, until it is told to misbehave. */
export async function startApiServer() {
  const seen: string[] = [];
  let misbehaviour: Misbehaviour | undefined;
  const objects: Record<keyof typeof paths, unknown> = {
    service: ranker,
    deployment: predictor,
  };
  const server = createServer(
    {
      cert: readFileSync(caFile),
      key: readFileSync(fixture('key.pem')),
    },
    (request, response) => {
      seen.push(`${request.method} ${request.url}`);
      const fail = (code: number) => {
        response.statusCode = code;
        response.end(JSON.stringify({ kind: 'Status', code, message: token }));
      };
      if (misbehaviour) misbehaviour(response);
      else if (request.headers.authorization !== `Bearer ${token}`) fail(401);
      else {
        const [, object] =
          Object.entries(objects).find(
            ([key]) => paths[key as keyof typeof paths] === request.url,
          ) ?? [];
        if (request.method !== 'GET' || !object) fail(404);
        else response.end(JSON.stringify(object));
      }
    },
  );
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    seen,
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holds(next: Partial<typeof objects>) {
      Object.assign(objects, next);
    },
    misbehaves(next: Misbehaviour | undefined) {
      misbehaviour = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise(done => {
        server.close(done);
      });
    },
  };
}
