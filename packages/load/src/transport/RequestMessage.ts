import { version } from '../../package.json';
import type { LoadPlan } from '../plan';
import { protocolOf } from '../protocol/detectProtocol';

/** The one request that a run sends, before it is framed. */
export interface RequestMessage {
  url: URL;
  method: LoadPlan['method'];
  /** Names as they are written; no two that differ only in case. */
  headers: Map<string, string>;
  body?: Buffer;
  keepAlive: boolean;
}

/** The request of a plan. Secret headers win over those of the plan. */
export function requestMessageOf(
  plan: LoadPlan,
  secretHeaders: Record<string, string> = {},
): RequestMessage {
  const url = new URL(plan.url);
  const body = bodyOf(plan);
  const given = { ...plan.headers, ...secretHeaders };
  const byName = new Map<string, [name: string, value: string]>();
  const set = (name: string, value: string) =>
    byName.set(name.toLowerCase(), [name, value]);
  set('Host', url.host);
  set('User-Agent', `dynoscope/${version}`);
  if (body || plan.protocol === 'http') {
    set('Content-Type', protocolOf(plan.protocol).contentType);
  }
  for (const [name, value] of Object.entries(given)) set(name, value);
  return {
    url,
    method: plan.method,
    headers: new Map(byName.values()),
    body,
    keepAlive: plan.keepAlive,
  };
}

function bodyOf({ body }: LoadPlan): Buffer | undefined {
  if (!body) return undefined;
  return 'text' in body
    ? Buffer.from(body.text)
    : Buffer.from(body.base64, 'base64');
}

/** The bytes of the request as HTTP/1.1. */
export function encodeRequest(message: RequestMessage): Buffer {
  const { url, method, headers, body, keepAlive } = message;
  const lines = [`${method} ${url.pathname}${url.search} HTTP/1.1`];
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  if (body || ['POST', 'PUT', 'PATCH'].includes(method)) {
    lines.push(`Content-Length: ${body?.length ?? 0}`);
  }
  if (!keepAlive) lines.push('Connection: close');
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return body ? Buffer.concat([head, body]) : head;
}
