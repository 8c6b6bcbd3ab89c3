import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const publishFolderExamples: TemplateExample[] = [
  {
    description: 'Publish the manifests of a new service',
    example: `steps:
  - id: publish
    name: Publish
    action: performance:folder:publish
    input:
      folder: product-ranker
`,
  },
  {
    description: 'Replace a manifest by the one in a folder of the workspace',
    example: `steps:
  - id: publish
    name: Publish
    action: performance:folder:publish
    input:
      folder: sluggish-ranker
      sourcePath: manifests
      overwrite: true
`,
  },
];
