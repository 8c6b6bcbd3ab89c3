import { json } from './answer';
import type { Answer } from './answer';
import type { RequestLog } from './RequestLog';

/** `GET /__requests?since=&model=`: the server's own log, for whoever wants to check a measurement against it. */
export function listRequests(log: RequestLog, query: URLSearchParams): Answer {
  const since = query.get('since');
  const from = since === null ? 0 : readTime(since);
  if (Number.isNaN(from)) {
    return json(400, {
      error: `since: expected milliseconds since the epoch or an ISO 8601 time such as 2026-11-24T14:00:00Z, got ${since}`,
    });
  }
  const model = query.get('model');
  const listed = log.list(from);
  return json(
    200,
    model === null
      ? listed
      : listed.filter(({ path }) => modelOf(path) === model),
  );
}

function readTime(value: string): number {
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
}

function modelOf(path: string): string | undefined {
  return /^\/v[12]\/models\/([^/:]+)/.exec(path)?.[1];
}
