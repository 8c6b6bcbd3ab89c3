/**
 * The programs that set-up builds into one file each, so that they start
 * quickly and on any shell.
 */
export const bundles = [
  {
    name: 'command line tool',
    script: 'packages/cli/scripts/bundle.mjs',
    output: 'packages/cli/bundle/dynoscope.mjs',
    inputs: ['cli', 'load', 'scorecard', 'statistics'].flatMap(name => [
      `packages/${name}/package.json`,
      `packages/${name}/scripts`,
      `packages/${name}/src`,
    ]),
  },
  {
    name: 'demo model server',
    script: 'examples/model-server/scripts/bundle.mjs',
    output: 'examples/model-server/bundle/model-server.mjs',
    inputs: [
      'examples/model-server/package.json',
      'examples/model-server/scripts',
      'examples/model-server/src',
    ],
  },
];
