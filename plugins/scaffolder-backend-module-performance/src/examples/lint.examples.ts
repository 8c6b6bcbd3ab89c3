import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const lintExamples: TemplateExample[] = [
  {
    description: 'Fail the task when a manifest of the workspace has an error',
    example: `steps:
  - id: lint
    name: Lint the manifests
    action: performance:lint
`,
  },
  {
    description: 'Only say what could be better in one folder',
    example: `steps:
  - id: lint
    name: Lint the manifests
    action: performance:lint
    input:
      path: manifests
      versions:
        kserve: '0.20'
      failOn: none
`,
  },
];
