import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { say } from '../../scripts/workspace/say.mjs';
import { root } from '../../scripts/workspace/root.mjs';
import { combinations } from './combinations.mjs';
import { measureCombination } from './measureCombination.mjs';

/** The share of promises that must hold. */
const bar = 0.9;

async function loadPromise() {
  const folder = path.join(root, 'bench/bundle');
  await mkdir(folder, { recursive: true });
  const outfile = path.join(folder, 'promise.mjs');
  await build({
    entryPoints: [path.join(root, 'bench/predictions/promise.mjs')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return (await import(pathToFileURL(outfile))).promiseOf;
}

function summaryOf(id, pairs, barOfIt) {
  const held = pairs.filter(pair => pair.held).length;
  const widths = pairs.map(pair => pair.relativeWidth).sort((a, b) => a - b);
  const ours = held / pairs.length;
  const at = share => widths[Math.floor(share * (widths.length - 1))];
  return {
    id,
    what: 'share of promised ranges that hold the value measured after the change',
    ours,
    reference: bar,
    ratio: Number((ours / bar).toFixed(3)),
    bar: barOfIt,
    met: barOfIt === null ? null : ours >= barOfIt && pairs.length >= 30,
    count: pairs.length,
    relativeWidth: { p25: at(0.25), median: at(0.5), p75: at(0.75) },
    pairs,
  };
}

/** Plants services and batchers, promises, changes, measures, and counts how many promises hold. */
export async function run() {
  const promiseOf = await loadPromise();
  const results = [];
  for (const combination of combinations) {
    const result = await measureCombination(combination, promiseOf);
    results.push(result);
    const { p50 } = result;
    say(
      p50
        ? `${p50.held ? 'held  ' : 'MISSED'} ${result.name}: P50 ${
            p50.before
          } to ${p50.measured} ms, promised ${p50.lower} to ${p50.upper} with ${
            p50.candidate
          }`
        : `no promise  ${result.name}: ${result.cannot}`,
    );
  }
  const promised = results.filter(({ p50 }) => p50);
  const left = results.filter(({ p50 }) => !p50);
  return [
    {
      ...summaryOf(
        'predictions-p50',
        promised.map(({ p50 }) => p50),
        bar,
      ),
      ...(left.length > 0 && { withoutPromise: left }),
    },
    summaryOf(
      'predictions-p99',
      promised.map(({ p99 }) => p99),
      null,
    ),
    summaryOf(
      'predictions-throughput',
      promised.map(({ throughput }) => throughput),
      null,
    ),
  ];
}
