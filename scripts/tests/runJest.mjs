import fs from 'node:fs';
import path from 'node:path';
import { startProcess } from '../workspace/processes.mjs';
import { root, toolsFolder } from '../workspace/root.mjs';

/**
 * Runs the tests of all packages.
 *
 * @returns how many passed, failed and were skipped; a test file that could
 *   not run counts as one that failed
 */
export async function runJest({ node, args, env }) {
  const results = path.join(toolsFolder, `jest-${process.pid}.json`);
  const { exited } = startProcess(
    node.bin,
    [
      path.join(root, 'node_modules/.bin/backstage-cli'),
      'repo',
      'test',
      '--watchAll=false',
      '--testTimeout=30000', // machines that test are often busy
      '--json',
      `--outputFile=${results}`,
      ...args,
    ],
    { cwd: root, env },
  );
  const { code } = await exited;
  const counts = read(results);
  // Whatever made Jest fail without a failed test is a failure all the same.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

function read(results) {
  if (!fs.existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(fs.readFileSync(results, 'utf8'));
  fs.rmSync(results);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
