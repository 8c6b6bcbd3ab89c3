// Runs one bench on the Node of this repository: node bench/main.mjs NAME
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { say } from '../scripts/workspace/say.mjs';
import { root } from '../scripts/workspace/root.mjs';

const [name] = process.argv.slice(2);
const { run } = await import(`./${name}/run.mjs`);

/** What the figures depend on, without what names the machine. */
const machine = {
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.availableParallelism(),
  memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  platform: `${os.platform()}-${os.arch()}`,
  node: process.version,
  loadBefore: Number(os.loadavg()[0].toFixed(2)),
};
const results = (await run()).map(({ pairs, ...result }) => ({
  ...result,
  machine,
  pairs,
}));
const folder = path.join(root, 'bench/results');
await mkdir(folder, { recursive: true });
const text = JSON.stringify(results);
await writeFile(
  path.join(folder, `${name}.json`),
  format(text, { parser: 'json' }),
);
for (const { id, ours, bar, met, count } of results) {
  const verdict = met === null ? 'no bar' : met ? 'met' : 'NOT MET';
  say(
    `${id}: ${(100 * ours).toFixed(1)} % of ${count}, bar ${
      bar ?? '–'
    }: ${verdict}`,
  );
}
process.exitCode = results.some(({ met }) => met === false) ? 1 : 0;
