import fs from 'node:fs';
import path from 'node:path';
import { childEnvironment } from '../workspace/environment.mjs';
import { root } from '../workspace/root.mjs';
import { apiAnswers, modelServerAnswers, pageAnswers } from './readiness.mjs';

const modules = path.join(root, 'node_modules');

/** The services whose manifests the published folder starts with. */
export const demoServices = ['iris-classifier', 'sluggish-ranker'];

/** The model servers of the demo, in the order of their ports: the last one serves all that is published. */
export const demoServers = [...demoServices, 'published services'];

/** Where the portal publishes manifests to, and the demo's servers read them. */
export const publishedFolder = dataFolder => path.join(dataFolder, 'published');

/**
 * The servers that make up the portal, as `startPart` takes them.
 *
 * @param options those of `startPortal`
 */
export function portalParts(options) {
  const { node, port, backendPort, demoPort, dataFolder } = options;
  const published = publishedFolder(dataFolder);
  const url = `http://localhost:${port}`;
  const backendUrl = `http://localhost:${backendPort}`;
  const config = configFiles(options).flatMap(file => ['--config', file]);
  const common = name => ({
    command: node.bin,
    env: environment(options, { url, backendUrl }),
    log: path.join(dataFolder, 'logs', `${name.replace(' ', '-')}.log`),
  });
  return {
    modelServers: demoServers.map((name, index) => ({
      ...common(name),
      name: `the demo's ${name}`,
      args: [
        path.join(root, 'examples/model-server/bundle/model-server.mjs'),
        ...(demoServices.includes(name)
          ? ['--manifest', path.join(published, name, 'inference-service.yaml')]
          : ['--folder', published]),
        '--model-root',
        path.join(root, 'examples/models'),
        '--port',
        String(demoPort + index),
      ],
      cwd: root,
      isReady: () => modelServerAnswers(`http://127.0.0.1:${demoPort + index}`),
      timeoutMs: 60000,
    })),
    app: {
      ...common('app'),
      name: 'the app',
      args: [
        path.join(modules, '.bin/backstage-cli'),
        'package',
        'start',
        ...config,
      ],
      cwd: path.join(root, 'packages/app'),
      isReady: () => pageAnswers(url),
      broken: /^ERROR in /,
      timeoutMs: 300000,
    },
    backend: {
      ...common('backend'),
      name: 'the backend',
      args: [
        '--enable-source-maps',
        '--require',
        path.join(modules, '@backstage/cli/config/nodeTransform.cjs'),
        path.join(root, 'packages/backend/src/index.ts'),
        ...config,
      ],
      cwd: path.join(root, 'packages/backend'),
      isReady: () => apiAnswers(backendUrl),
      timeoutMs: 180000,
    },
  };
}

/** Later files win: built in, this machine's own, those asked for. */
function configFiles(options) {
  return [
    path.join(root, 'app-config.yaml'),
    path.join(root, 'app-config.local.yaml'),
  ]
    .filter(file => fs.existsSync(file))
    .concat(options.configFiles);
}

/** Ports are said in the environment, which wins over every file. */
function environment(options, { url, backendUrl }) {
  const { node, backendPort, demoPort, dataFolder } = options;
  return childEnvironment(node, {
    NODE_ENV: 'development',
    NO_COLOR: '1',
    BROWSER: 'none',
    DYNOSCOPE_DATA: path.join(dataFolder, 'database'),
    DYNOSCOPE_IRIS_PORT: String(demoPort),
    DYNOSCOPE_SLUGGISH_PORT: String(demoPort + 1),
    DYNOSCOPE_PUBLISHED: publishedFolder(dataFolder),
    DYNOSCOPE_PUBLISHED_PORT: String(demoPort + 2),
    APP_CONFIG_app_baseUrl: url,
    APP_CONFIG_backend_baseUrl: backendUrl,
    APP_CONFIG_backend_listen_port: String(backendPort),
    APP_CONFIG_backend_cors_origin: url,
  });
}
