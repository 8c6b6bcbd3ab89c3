import type { GenerateResponse } from '@dynoscope/scorecard';
import { exampleRemedy } from './exampleRemedy';

const before = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
spec:
  predictor:
    batcher:
      maxBatchSize: 32
      maxLatency: 100
`;

/** What the backend makes of the example's miss. */
export const exampleGenerated: GenerateResponse = {
  generator: 'inference-service',
  options: { maxLatency: 5, maxBatchSize: 32 },
  inputs: [
    ...exampleRemedy.inputs.filter(({ name }) => name !== 'maxLatency'),
    {
      name: 'maxBatchSize',
      label: 'Batch size',
      value: 32,
      source: 'manifest',
    },
    {
      name: 'peakRate',
      label: 'Peak rate',
      unit: 'req/s',
      source: 'not measured',
    },
  ],
  values: [
    ...exampleRemedy.changes,
    {
      path: '/spec/predictor/minReplicas',
      label: 'minReplicas',
      arithmetic: '⌈ ? × 0.0021 s ÷ 0.70 ⌉',
      consequence: 'Needs the peak rate.',
      source: 'not measured',
    },
  ],
  files: [
    {
      path: 'sluggish-ranker/inference-service.yaml',
      before,
      content: before.replace('maxLatency: 100', 'maxLatency: 5'),
    },
  ],
  diff: `--- a/sluggish-ranker/inference-service.yaml
+++ b/sluggish-ranker/inference-service.yaml
@@ -4,4 +4,4 @@
   predictor:
     batcher:
       maxBatchSize: 32
-      maxLatency: 100
+      maxLatency: 5
`,
  findings: [
    {
      ruleId: 'batcher-never-fills',
      severity: 'warning',
      message: '10 users never fill a batch of 32.',
      file: 'sluggish-ranker/inference-service.yaml',
      line: 6,
      column: 7,
      endLine: 6,
      endColumn: 23,
      guide: 'Batching Configuration',
      why: 'Every request waits the whole batch wait.',
      fixable: false,
    },
  ],
  remedy: exampleRemedy,
  description: 'Shortens the batch wait.',
  warnings: ['The manifest has changed since the report was made.'],
};

const manifest = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: wine-quality
spec:
  predictor:
    minReplicas: 1
    maxReplicas: 3
`;

/** What the backend makes of a new service. */
export const exampleNewService: GenerateResponse = {
  generator: 'inference-service',
  options: {
    name: 'wine-quality',
    namespace: 'default',
    autoscaling: { form: 'hpa', minReplicas: 1, maxReplicas: 3 },
  },
  inputs: [
    {
      name: 'minReplicas',
      label: 'Replicas, at least',
      value: 1,
      source: 'default',
    },
  ],
  values: [
    {
      path: '/spec/predictor/minReplicas',
      label: 'minReplicas',
      value: 1,
      source: 'default',
      consequence: 'One pod as long as no rate is known.',
    },
  ],
  files: [
    { path: 'wine-quality/inference-service.yaml', content: manifest },
    {
      path: 'wine-quality/catalog-info.yaml',
      content: 'apiVersion: backstage.io/v1alpha1\nkind: Component\n',
    },
  ],
  diff: '',
  findings: [],
  description: 'A new service.',
  warnings: [],
};
