import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const experimentExamples: TemplateExample[] = [
  {
    description: 'Measure what was published again',
    example: `steps:
  - id: experiment
    name: Have it measured again
    action: performance:experiment:create
    input:
      reportId: 0192f0c1-7e1b-7000-8000-000000000001
      checkId: inference-latency-p50
      change:
        kind: folder
        reference: sluggish-ranker
        files:
          - path: sluggish-ranker/inference-service.yaml
            before: ${'a'.repeat(64)}
            after: ${'b'.repeat(64)}
`,
  },
  {
    description: 'Measure again once a pull request is merged',
    example: `steps:
  - id: experiment
    name: Have it measured again
    action: performance:experiment:create
    input:
      reportId: 0192f0c1-7e1b-7000-8000-000000000001
      checkId: inference-latency-p50
      pullRequest: https://github.com/example/models/pull/7
`,
  },
];
