#!/usr/bin/env node
import { postgresRunsHere, startPostgres } from './postgres/startPostgres.mjs';
import { addCounts, countsLine } from './tests/counts.mjs';
import { runJest } from './tests/runJest.mjs';
import { nodeTestFiles, runNodeTests } from './tests/runNodeTests.mjs';
import { childEnvironment } from './workspace/environment.mjs';
import { main } from './workspace/main.mjs';
import { say } from './workspace/say.mjs';
import { setUp } from './workspace/setUp.mjs';

// Arguments go to Jest, and then only Jest runs: npm test -- packages/load
const args = process.argv.slice(2);
const nothing = { passed: 0, failed: 0, skipped: 0 };

main(async () => {
  const node = await setUp();
  const postgres = await postgresForTests();
  const environment = childEnvironment(node, { TZ: 'UTC', ...postgres.env });
  const counts = addCounts(
    postgres.counts,
    await runJest({ node, args, env: environment }),
    args.length > 0
      ? nothing
      : await runNodeTests({
          node,
          files: nodeTestFiles('scripts'),
          env: environment,
        }),
  );
  await postgres.stop();
  for (const reason of postgres.reasons) say(reason);
  say(countsLine(counts));
  return counts.failed === 0 ? 0 : 1;
});

/** Where PostgreSQL is to be had its absence is a failure, not an excuse. */
async function postgresForTests() {
  const without = { env: {}, stop: () => {}, counts: nothing, reasons: [] };
  if (!postgresRunsHere) {
    return {
      ...without,
      counts: { ...nothing, skipped: 1 },
      reasons: [
        `Skipped: tests on PostgreSQL, which our packages hold for linux-x64 only (this is ${process.platform}-${process.arch}).`,
      ],
    };
  }
  try {
    say('Starting PostgreSQL for the tests …');
    const { connectionString, stop } = await startPostgres();
    return {
      ...without,
      stop,
      env: {
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: connectionString,
      },
    };
  } catch (error) {
    return {
      ...without,
      counts: { ...nothing, failed: 1 },
      reasons: [`Failed: tests on PostgreSQL: ${error.message}`],
    };
  }
}
