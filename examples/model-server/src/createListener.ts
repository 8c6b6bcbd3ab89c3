import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from './answer';
import type { Answer } from './answer';
import type { Handler } from './createRoutes';
import { listRequests } from './listRequests';
import type { RequestLog } from './RequestLog';
import { readBody } from './readBody';

const maxBodyBytes = 8 * 1024 * 1024;

/** Joins routes and log to Node's HTTP server. */
export function createListener(options: { log: RequestLog; handle: Handler }) {
  const { log, handle } = options;
  return async (request: IncomingMessage, response: ServerResponse) => {
    const url = parseUrl(request.url ?? '/');
    if (!url) {
      write(response, json(400, { error: 'Malformed path' }));
      return;
    }
    if (url.path === '/__requests') {
      write(response, listRequests(log, url.query));
      return;
    }
    const entry = log.open({
      path: url.path,
      runId: header(request, 'x-dynoscope-run'),
      userAgent: request.headers['user-agent'],
    });
    response.once('finish', () => entry.close(response.statusCode));
    response.once('close', () => {
      if (!response.writableFinished) {
        entry.close(499);
      }
    });
    try {
      const body = await readBody(request, maxBodyBytes);
      entry.read();
      if (body === undefined) {
        response.setHeader('connection', 'close');
        const error = `Request body is larger than ${maxBodyBytes} bytes`;
        write(response, json(413, { error }));
        return;
      }
      const method = request.method ?? 'GET';
      write(response, await handle({ method, path: url.path, body }));
    } catch {
      // The client left in the middle of its request; `close` has logged it.
      response.destroy();
    }
  };
}

function parseUrl(url: string) {
  try {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    return { path: decodeURIComponent(pathname), query: searchParams };
  } catch {
    return undefined;
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function write(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': body.length,
  });
  response.end(body);
}
