/**
 * Who may import whom: the arrows of the design, and everything further down
 * the arrows. Only app and backend, which are wiring, import plugins.
 */
const arrows = {
  'packages/statistics': [],
  'packages/scorecard': ['packages/statistics'],
  'packages/load': ['packages/statistics'],
  'packages/tuning': ['packages/scorecard', 'packages/statistics'],
  'packages/cli': ['packages/load', 'packages/tuning'],
  'plugins/performance-common': ['packages/scorecard'],
  'plugins/performance-node': ['plugins/performance-common'],
  'plugins/performance': ['plugins/performance-common'],
  'plugins/performance-backend': [
    'packages/load',
    'packages/tuning',
    'plugins/performance-node',
  ],
  'plugins/scaffolder-backend-module-performance': [
    'packages/tuning',
    'plugins/performance-node',
  ],
  'packages/app': ['plugins/performance'],
  'packages/backend': [
    'plugins/performance-backend',
    'plugins/scaffolder-backend-module-performance',
  ],
  'examples/model-server': [],
};

/** The npm name of each folder. */
export const packageNames = {
  'packages/statistics': '@dynoscope/statistics',
  'packages/scorecard': '@dynoscope/scorecard',
  'packages/load': '@dynoscope/load',
  'packages/tuning': '@dynoscope/tuning',
  'packages/cli': '@dynoscope/cli',
  'plugins/performance-common':
    '@dynoscope/backstage-plugin-performance-common',
  'plugins/performance-node': '@dynoscope/backstage-plugin-performance-node',
  'plugins/performance': '@dynoscope/backstage-plugin-performance',
  'plugins/performance-backend':
    '@dynoscope/backstage-plugin-performance-backend',
  'plugins/scaffolder-backend-module-performance':
    '@dynoscope/backstage-plugin-scaffolder-backend-module-performance',
  'packages/app': 'app',
  'packages/backend': 'backend',
  'examples/model-server': '@dynoscope/example-model-server',
};

/** Everything that a package may import, by folder. */
export function allowedImports(folder) {
  const direct = arrows[folder] || [];
  return new Set(direct.flatMap(next => [next, ...furtherDown(next)]));
}

/** `app` and `backend` use plugins; nobody may pass through them. */
function furtherDown(folder) {
  return (arrows[folder] || []).flatMap(next => [next, ...furtherDown(next)]);
}

/** The folder whose package a specifier names. */
export function folderOf(specifier) {
  return Object.keys(packageNames).find(
    folder =>
      specifier === packageNames[folder] ||
      specifier.startsWith(`${packageNames[folder]}/`),
  );
}
