#!/usr/bin/env node
import { main } from './workspace/main.mjs';
import { say } from './workspace/say.mjs';
import { setUp } from './workspace/setUp.mjs';

main(async () => {
  const node = await setUp();
  say(`Ready to run on Node ${node.version}. Next: npm start, or npm test.`);
});
