import { createServer } from 'node:http';

// A server that Dynoscope knows nothing of: it holds every request for the
// same time and keeps a log of what it did, in the form of the demo's model
// servers. node blackBox.mjs MILLISECONDS
const delay = Number(process.argv[2]);
const log = [];

const server = createServer((request, response) => {
  if (request.url === '/__requests') {
    response.end(JSON.stringify(log));
    return;
  }
  const from = performance.now();
  const entry = {
    at: new Date().toISOString(),
    heldMs: 0,
    path: request.url,
    runId: request.headers['x-dynoscope-run'],
  };
  log.push(entry);
  response.on('close', () => {
    entry.heldMs = performance.now() - from;
    entry.status = response.writableFinished ? 200 : 499;
  });
  setTimeout(() => response.end('done'), delay);
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  process.stdout.write(`black box ready: http://127.0.0.1:${port}\n`);
});
