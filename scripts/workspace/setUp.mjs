import fs from 'node:fs';
import path from 'node:path';
import { bundles } from './bundles.mjs';
import { childEnvironment } from './environment.mjs';
import { explainFailure } from './npm.mjs';
import { fetchNode } from './fetchNode.mjs';
import { findNode } from './findNode.mjs';
import { fingerprint } from './fingerprint.mjs';
import { installPackages, packageInputs } from './installPackages.mjs';
import { root } from './root.mjs';
import { runQuietly } from './runQuietly.mjs';
import { say } from './say.mjs';
import { withLock } from './lock.mjs';

const stamps = path.join(root, 'node_modules/.dynoscope');
const command = path.join(root, 'node_modules/.bin/dynoscope');
const commandTarget = '../../scripts/dynoscope.mjs';

/**
 * Makes the working tree ready to run: the right Node, the packages, the
 * bundles, the `dynoscope` command. Does only what is not done yet.
 *
 * @returns the Node to run everything on: `{ bin, version }`
 */
export async function setUp() {
  if (steps(findNode()).every(step => step.isDone())) return findNode();
  return withLock(
    async () => {
      const node = findNode();
      for (const step of steps(node)) {
        if (!step.isDone()) await step.run();
      }
      say(`Set-up is done: Node ${node.version}, packages and bundles.`);
      return node;
    },
    { onWait: () => say('Another set-up is at work here: waiting for it …') },
  );
}

function steps(node) {
  return [
    { isDone: () => node.present, run: () => fetchNode(node) },
    stamped('packages', {
      inputs: packageInputs,
      facts: [node.version.split('.')[0], process.platform, process.arch],
      run: () => installPackages(node),
    }),
    ...bundles.map(bundle =>
      stamped(path.basename(bundle.output), {
        inputs: [...bundle.inputs, 'yarn.lock'],
        output: bundle.output,
        run: () => build(bundle, node),
      }),
    ),
    { isDone: () => linkOf(command) === commandTarget, run: linkCommand },
  ];
}

/** A step that is done when it ran with just these inputs. */
function stamped(name, { inputs, facts = [], output = '', run }) {
  const stamp = path.join(stamps, name);
  const current = () => fingerprint(inputs, ...facts);
  return {
    isDone: () =>
      fs.existsSync(path.join(root, output)) &&
      fs.existsSync(stamp) &&
      fs.readFileSync(stamp, 'utf8') === current(),
    run: async () => {
      const before = current();
      fs.rmSync(stamp, { force: true });
      await run();
      fs.mkdirSync(stamps, { recursive: true });
      fs.writeFileSync(stamp, before);
    },
  };
}

async function build({ name, script }, node) {
  say(`Building the ${name} …`);
  const result = await runQuietly(
    `build-${name.replace(/ /g, '-')}`,
    node.bin,
    [path.join(root, script)],
    { cwd: root, env: childEnvironment(node) },
  );
  if (result.code !== 0) throw explainFailure(`Building the ${name}`, result);
}

/** What `npx dynoscope` finds. */
function linkCommand() {
  fs.rmSync(command, { force: true });
  fs.symlinkSync(commandTarget, command);
}

function linkOf(file) {
  try {
    return fs.readlinkSync(file);
  } catch {
    return undefined;
  }
}
