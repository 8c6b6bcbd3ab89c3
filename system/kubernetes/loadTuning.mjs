import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../e2e/harness/folders.mjs';

/** What a module of `packages/tuning/src` exports, read from its source. */
export async function loadTuning(module) {
  // Inside the repository, where its packages are found.
  const folder = mkdtempSync(join(root, 'node_modules', '.dynoscope-system-'));
  try {
    const outfile = join(folder, 'module.cjs');
    await build({
      entryPoints: [join(root, 'packages/tuning/src', module)],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
