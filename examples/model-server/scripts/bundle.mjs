// Bundles the server for plain Node, with ONNX Runtime left outside: its native program lies in node_modules.
import { build } from 'esbuild';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
const target = `${folder}bundle/model-server.mjs`;

const { outputFiles } = await build({
  entryPoints: [`${folder}src/cli.ts`],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['onnxruntime-node'],
  // The CommonJS packages inside ask for Node's own modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  legalComments: 'eof',
  logLevel: 'warning',
  write: false,
});

// Renamed into place, so that a server that starts meanwhile never reads half a file.
await mkdir(`${folder}bundle`, { recursive: true });
const partial = `${target}.${process.pid}`;
await writeFile(partial, outputFiles[0].contents);
await rename(partial, target);
