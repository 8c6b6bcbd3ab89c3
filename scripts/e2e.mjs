#!/usr/bin/env node
import { countsLine } from './tests/counts.mjs';
import { findChromium } from './tests/findChromium.mjs';
import { nodeTestFiles, runNodeTests } from './tests/runNodeTests.mjs';
import { childEnvironment } from './workspace/environment.mjs';
import { main } from './workspace/main.mjs';
import { say } from './workspace/say.mjs';
import { setUp } from './workspace/setUp.mjs';

// Arguments choose test files: npm run test:e2e -- e2e/journey.test.mjs
main(async () => {
  const node = await setUp();
  const chosen = process.argv.slice(2);
  const counts = await runNodeTests({
    node,
    files: chosen.length > 0 ? chosen : nodeTestFiles('e2e'),
    env: childEnvironment(node, { PLAYWRIGHT_CHROMIUM_PATH: findChromium() }),
  });
  say(countsLine(counts));
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
});
