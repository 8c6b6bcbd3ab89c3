import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../workspace/Problem.mjs';
import { startProcess } from '../workspace/processes.mjs';
import { root, toolsFolder } from '../workspace/root.mjs';

/**
 * Runs test files with Node's own runner, one after the other.
 *
 * @returns how many passed, failed and were skipped
 */
export async function runNodeTests({ node, files, env, onLine }) {
  // With no files Node would look for tests of its own choice.
  if (files.length === 0) throw new Problem('there are no test files to run.');
  const results = path.join(toolsFolder, `node-tests-${process.pid}.tap`);
  const { exited } = startProcess(
    node.bin,
    [
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${results}`,
      ...files,
    ],
    { cwd: root, env, onLine },
  );
  const { code } = await exited;
  const counts = read(results);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** Test files of a folder, relative to the root. */
export function nodeTestFiles(folder) {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap(entry => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return nodeTestFiles(file);
      return /\.test\.mjs$/.test(entry.name) ? [file] : [];
    })
    .sort();
}

function read(results) {
  if (!fs.existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const report = fs.readFileSync(results, 'utf8');
  fs.rmSync(results);
  const count = name =>
    Number((new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report) || [0, 0])[1]);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}
