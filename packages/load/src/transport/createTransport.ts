import type { LoadPlan } from '../plan';
import { protocolOf } from '../protocol/detectProtocol';
import { portOf } from './endpoint';
import { FullConnection } from './FullConnection';
import { RawConnection } from './RawConnection';
import { encodeRequest, requestMessageOf } from './RequestMessage';
import type { TlsOptions } from './TlsOptions';
import { Traffic } from './Traffic';
import type { Transport } from './Transport';

/**
 * The way to the target of a plan, pinned to an address. Plain HTTP takes the raw path, TLS the full one, unless
 * `path` says otherwise.
 */
export function createTransport(
  plan: LoadPlan,
  options: {
    ip: string;
    secretHeaders?: Record<string, string>;
    tls?: TlsOptions;
    path?: Transport['path'];
  },
): Transport {
  const message = requestMessageOf(plan, options.secretHeaders);
  const request = encodeRequest(message);
  const traffic = new Traffic(plan.limits.bytes);
  const { url } = message;
  const shared = {
    ip: options.ip,
    port: portOf(url),
    keepAlive: plan.keepAlive,
    keepBody: protocolOf(plan.protocol).problemOf !== undefined,
    mostBytes: plan.limits.responseBytes,
    traffic,
  };
  const path = options.path ?? (url.protocol === 'http:' ? 'raw' : 'full');
  const common = { path, traffic, requestBytes: request.length };
  if (path === 'raw') {
    const target = { ...shared, request, method: plan.method };
    return {
      ...common,
      connection: listener => new RawConnection(target, listener),
    };
  }
  const target = {
    ...shared,
    url,
    tls: options.tls ?? {},
    request: {
      path: url.pathname + url.search,
      method: plan.method,
      headers: [...message.headers].flat(),
      body: message.body,
      reset: !plan.keepAlive,
    },
  };
  return {
    ...common,
    connection: listener => new FullConnection(target, listener),
  };
}
