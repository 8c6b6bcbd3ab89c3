#!/usr/bin/env node
import { readOptions } from './portal/readOptions.mjs';
import { addCounts, countsLine } from './tests/counts.mjs';
import { runNodeTests } from './tests/runNodeTests.mjs';
import { systemTests } from './tests/systemTests.mjs';
import { childEnvironment } from './workspace/environment.mjs';
import { main } from './workspace/main.mjs';
import { Problem } from './workspace/Problem.mjs';
import { say } from './workspace/say.mjs';
import { setUp } from './workspace/setUp.mjs';

const usage = `Usage: npm run test:system [-- [--only NAME] [--built-only]]
  --only NAME   one of ${systemTests.map(({ name }) => name).join(', ')}
  --built-only  leave out what would first have to be built, which takes minutes`;

const skipped = { passed: 0, failed: 0, skipped: 1 };

main(async () => {
  const options = readOptions(
    process.argv.slice(2),
    { only: 'text', 'built-only': 'flag', help: 'flag' },
    usage,
  );
  if (options.help) {
    say(usage);
    return 0;
  }
  const chosen = systemTests.filter(
    ({ name }) => name === (options.only || name),
  );
  if (chosen.length === 0) {
    throw new Problem(`there is no system test ${options.only}. ${usage}`, {
      exitCode: 2,
    });
  }
  let counts = { passed: 0, failed: 0, skipped: 0 };
  for (const test of chosen) {
    say(`${test.name} needs ${test.needs}`);
    const missing = test.whatIsMissing({ builtOnly: options['built-only'] });
    if (missing) say(`Skipped: ${test.name}: ${missing}.`);
    counts = addCounts(counts, missing ? skipped : await run(test));
  }
  say(countsLine(counts));
  return counts.failed === 0 ? 0 : 1;
});

async function run({ file }) {
  const node = await setUp();
  return runNodeTests({ node, files: [file], env: childEnvironment(node) });
}
