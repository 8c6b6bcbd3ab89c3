import { main } from './main';

declare const DYNOSCOPE_VERSION: string;

// Whoever reads the document may have enough of it, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The first asks for what was measured so far; the second ends it at once.
  process.once(signal, () => interrupt.abort());
}

main(
  process.argv.slice(2),
  {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    live: process.stderr.isTTY === true,
    signal: interrupt.signal,
  },
  DYNOSCOPE_VERSION,
).then(code => {
  process.exitCode = code;
});
