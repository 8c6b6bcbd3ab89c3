import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Report, Run } from '@dynoscope/scorecard';
import { startModelServer } from '../../__testUtils__/modelServer';
import { component, startPortal } from '../../__testUtils__/portal';
import { until } from '../../__testUtils__/until';

/** What the guide's batcher does to four users: each waits for the 32 requests that never come. */
export const waitMs = 100;
/** With a comment, and with what must not be shown. */
export const manifest = `# how the ranker is served
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: ranker
  annotations:
    serving.kserve.io/deploymentMode: RawDeployment
spec:
  predictor:
    minReplicas: 1
    batcher: { maxBatchSize: 32, maxLatency: ${waitMs} } # from the guide
    model:
      modelFormat: { name: sklearn }
      storageUri: s3://models/ranker?key=canary
`;

const denied: Record<string, string> = {
  stranger: 'performance.report.read',
  reader: 'performance.experiment.create',
};

/** A portal that has measured a slow ranker once; its manifest is in the folder that is published to. */
export async function startRankerPortal(published: string, file: string) {
  const server = await startModelServer({ delayMs: waitMs });
  const portal = await startPortal({
    entities: [component('ranker')],
    policy: (user, permission): PolicyDecision => ({
      result:
        denied[user.split('/')[1]] === permission
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }),
    shows: user => user !== 'user:default/stranger',
    performance: {
      environments: { demo: {} },
      publish: {
        folder: published,
        inferenceUrl: 'http://127.0.0.1:1/v1/models/{name}:predict',
      },
      inference: {
        load: { users: 4, warmupSeconds: 0.5, seconds: 8 },
        endpoints: {
          ranker: {
            url: server.url,
            entities: ['component:default/ranker'],
            payload: { inline: { instances: [[1, 2]] } },
            model: { sizeBytes: 1000 },
            manifest: { file },
          },
        },
      },
    },
  });
  const guest = portal.as('guest');
  const started = await guest.post('/runs', {
    entityRef: 'component:default/ranker',
  });
  const run = await until<Run>(async () => {
    const { body } = await guest.get(`/runs/${started.body.id}`);
    return body.finishedAt ? body : undefined;
  }, 60_000);
  const report: Report = (await guest.get(`/reports/${run.reportId}`)).body;
  return {
    as: portal.as,
    report,
    async stop() {
      await portal.stop();
      await server.close();
    },
  };
}
