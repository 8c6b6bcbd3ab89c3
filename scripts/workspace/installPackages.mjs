import fs from 'node:fs';
import path from 'node:path';
import { committedYarn } from './committedYarn.mjs';
import { childEnvironment } from './environment.mjs';
import { explainFailure, explainMissing, npmCommand } from './npm.mjs';
import { Problem } from './Problem.mjs';
import { runQuietly } from './runQuietly.mjs';
import { root, toolsFolder } from './root.mjs';
import { say } from './say.mjs';
import { workspaceFolders } from './workspaceFolders.mjs';

const neededBytes = 3e9;

/** What decides which packages are installed. */
export const packageInputs = [
  'package.json',
  'yarn.lock',
  '.yarnrc.yml',
  ...workspaceFolders().map(folder => `${folder}/package.json`),
];

/**
 * Installs what `yarn.lock` says with the committed Yarn. A mark in `.tools`
 * stands while it works; one that is left over tells of packages that may be
 * half there, and everything is installed afresh.
 */
export async function installPackages(node) {
  const mark = path.join(toolsFolder, 'installing');
  if (fs.existsSync(mark)) {
    say('The last set-up did not finish: installing afresh.');
    removeInstalled();
  }
  await requireSpace();
  say('Installing packages (a minute or two the first time) …');
  fs.writeFileSync(mark, '');
  const result = await runQuietly(
    'install',
    node.bin,
    [committedYarn(), 'install', '--immutable'],
    {
      cwd: root,
      env: childEnvironment(node, {
        ...(await registrySettings()),
        YARN_ENABLE_PROGRESS_BARS: '0',
        YARN_ENABLE_TELEMETRY: '0',
      }),
    },
  );
  // Before its link step Yarn has changed nothing here.
  if (result.code === 0 || !/Link step/.test(result.output)) fs.rmSync(mark);
  if (result.code !== 0) throw explainFailure('Installing packages', result);
}

function removeInstalled() {
  for (const folder of ['', ...workspaceFolders()]) {
    const installed = path.join(root, folder, 'node_modules');
    fs.rmSync(installed, { recursive: true, force: true });
  }
}

async function requireSpace() {
  if (fs.existsSync(path.join(root, 'node_modules')) || !fs.statfsSync) return;
  const { bavail, bsize } = fs.statfsSync(root);
  const free = bavail * bsize;
  if (free < neededBytes) {
    throw new Problem(
      `only ${(free / 1e9).toFixed(
        1,
      )} GB are free in ${root} and the packages need ${
        neededBytes / 1e9
      } GB: free some space and run it again.`,
    );
  }
}

/** Yarn does not read npm's settings: it gets the registry that npm uses. */
async function registrySettings() {
  const settings = ['registry', 'cafile', 'https-proxy'];
  const [command, args] = npmCommand(['config', 'get', ...settings]);
  const { output } = await runQuietly('npm-config', command, args, {
    cwd: root,
    env: childEnvironment({ bin: process.execPath }),
  }).catch(explainMissing('npm'));
  const value = name => {
    const line = output.split('\n').find(text => text.startsWith(`${name}=`));
    const text = line ? line.slice(name.length + 1).trim() : '';
    return ['', 'null', 'undefined'].includes(text) ? undefined : text;
  };
  const registry = value('registry');
  const plainHttp = /^http:\/\/([^:/]+)/.exec(registry || '');
  return {
    ...(registry && { YARN_NPM_REGISTRY_SERVER: registry }),
    ...(plainHttp && { YARN_UNSAFE_HTTP_WHITELIST: plainHttp[1] }),
    ...(value('cafile') && { YARN_HTTPS_CA_FILE_PATH: value('cafile') }),
    ...(value('https-proxy') && { YARN_HTTPS_PROXY: value('https-proxy') }),
  };
}
