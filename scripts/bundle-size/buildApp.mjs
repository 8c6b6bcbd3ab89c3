import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../workspace/Problem.mjs';
import { childEnvironment } from '../workspace/environment.mjs';
import { root, toolsFolder } from '../workspace/root.mjs';
import { runQuietly } from '../workspace/runQuietly.mjs';

const minutes = 5;

/** Where the copies lie, for whoever removes them. */
export const copies = path.join(toolsFolder, 'bundle-size');

/**
 * Builds a copy of packages/app, so that nothing in the working tree changes.
 * The copy finds the packages of the repository since it lies inside.
 *
 * @param leaveOut a package that the copy does not depend on
 * @returns the folder of the built app
 */
export async function buildApp(node, { name, leaveOut }) {
  const folder = path.join(copies, name);
  fs.rmSync(folder, { recursive: true, force: true });
  copyApp(folder, leaveOut);
  const build = runQuietly(
    `bundle-size-${name}`,
    node.bin,
    [
      path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      '--config',
      path.join(root, 'app-config.yaml'),
    ],
    // With CI set the build fails on any warning of any dependency.
    { cwd: folder, env: childEnvironment(node, { CI: 'false' }) },
  );
  const { code, log } = await Promise.race([build, tooLong(name)]);
  if (code !== 0) {
    throw new Problem(`the app ${name} the plugin does not build: see ${log}`);
  }
  return path.join(folder, 'dist');
}

function copyApp(folder, leaveOut) {
  const app = path.join(root, 'packages/app');
  fs.cpSync(app, folder, {
    recursive: true,
    filter: source =>
      !['dist', 'node_modules'].includes(path.relative(app, source)),
  });
  const manifest = path.join(folder, 'package.json');
  const content = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (leaveOut && !content.dependencies[leaveOut]) {
    throw new Problem(`packages/app does not depend on ${leaveOut}.`);
  }
  delete content.dependencies[leaveOut];
  fs.writeFileSync(manifest, JSON.stringify(content, undefined, 2));
}

/** Rejects; the process that is still running is stopped when the command ends. */
function tooLong(name) {
  return new Promise((_, reject) => {
    const problem = new Problem(
      `building the app ${name} the plugin took more than ${minutes} minutes.`,
    );
    setTimeout(() => reject(problem), minutes * 60_000).unref();
  });
}
