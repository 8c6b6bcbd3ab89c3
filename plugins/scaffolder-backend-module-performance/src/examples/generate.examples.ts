import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const generateExamples: TemplateExample[] = [
  {
    description: 'The change that mends the P50 of a report',
    example: `steps:
  - id: generate
    name: Compute the change
    action: performance:inference-service:generate
    input:
      reportId: 0192f0c1-7e1b-7000-8000-000000000001
      checkId: inference-latency-p50
      subject: endpoint/sluggish-ranker
`,
  },
  {
    description: 'A new service with defaults for its latency class',
    example: `steps:
  - id: generate
    name: Make the manifests
    action: performance:inference-service:generate
    input:
      options:
        name: product-ranker
        owner: group:default/team-search
        latencyClass: small
        modelFormat: onnx
        storageUri: s3://models/iris.onnx
`,
  },
];
