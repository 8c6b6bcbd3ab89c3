// A target in a thread of its own, so that what it logs is the truth whatever the test's thread does.
const http = require('node:http');
const { parentPort, workerData } = require('node:worker_threads');

const { delayMs, status, body, failEvery } = workerData;
const now = () => performance.timeOrigin + performance.now();
const log = [];

const server = http.createServer((request, response) => {
  const at = now();
  const entry = {
    at,
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: '',
  };
  log.push(entry);
  const count = log.length;
  request.setEncoding('utf8');
  request.on('data', text => {
    entry.body += text;
  });
  const answer = () => {
    response.statusCode = failEvery && count % failEvery === 0 ? 503 : status;
    response.setHeader('content-type', 'application/json');
    response.end(body);
    entry.heldMs = now() - at;
  };
  request.on('end', () => {
    if (delayMs > 0) setTimeout(answer, delayMs);
    else answer();
  });
});
server.keepAliveTimeout = 60_000;

let connections = 0;
let open = 0;
server.on('connection', socket => {
  connections += 1;
  open += 1;
  socket.on('close', () => {
    open -= 1;
  });
});
server.listen(0, '127.0.0.1', () => {
  parentPort.postMessage({ port: server.address().port });
});
parentPort.on('message', () =>
  parentPort.postMessage({ log, connections, open }),
);
