// Bundles the command into one file for plain Node, so that it starts quickly and needs no loader.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));
const target = `${folder}bundle/dynoscope.mjs`;
const { version } = JSON.parse(await readFile(`${folder}package.json`, 'utf8'));

const { outputFiles } = await build({
  entryPoints: [`${folder}src/cli.ts`],
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  define: { DYNOSCOPE_VERSION: JSON.stringify(version) },
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  legalComments: 'eof',
  logLevel: 'warning',
  write: false,
});

// Renamed into place, so that a command that starts meanwhile never reads half a file.
await mkdir(`${folder}bundle`, { recursive: true });
const partial = `${target}.${process.pid}`;
await writeFile(partial, outputFiles[0].contents, { mode: 0o755 });
await rename(partial, target);
