import type { ErrorKind } from '../errorKinds';
import { parseLoadPlan } from '../plan';
import { createTransport } from '../transport/createTransport';
import type { TlsOptions } from '../transport/TlsOptions';
import type { Connection, ConnectionListener } from '../transport/Transport';
import { mostBytes } from './answers';

/** What came of one request. */
export interface Outcome {
  failure?: ErrorKind;
  status?: number;
  body?: string;
}

/** One connection by itself, whose requests can be waited for. */
export function createExchange(options: {
  url: string;
  path: 'raw' | 'full';
  method?: 'HEAD' | 'POST';
  keepAlive?: boolean;
  tls?: TlsOptions;
  ip?: string;
}) {
  const { url, path, method = 'POST', keepAlive = true, tls } = options;
  const plan = parseLoadPlan({
    schemaVersion: 1,
    url,
    method: method === 'HEAD' ? 'HEAD' : 'POST',
    // Only the protocol keeps bodies; a HEAD has none.
    protocol: method === 'HEAD' ? 'http' : 'kserve-v1',
    body: { text: '{"instances":[]}' },
    arrival: { kind: 'closed', users: 1 },
    requests: 1,
    keepAlive,
    limits: { responseBytes: mostBytes },
  });
  const ip = options.ip ?? '127.0.0.1';
  const transport = createTransport(plan, { ip, path, tls });
  let settle: (outcome: Outcome | 'opened') => void;
  const listener: ConnectionListener = {
    opened: () => settle('opened'),
    answered: (status, body) =>
      settle({ status, body: body?.toString('latin1') ?? '' }),
    failed: ({ kind }) => settle({ failure: kind }),
  };
  const connection: Connection = transport.connection(listener);
  const next = (begin: () => void) =>
    new Promise<Outcome | 'opened'>(resolve => {
      settle = resolve;
      begin();
    });

  return {
    connection,
    traffic: transport.traffic,
    /** Connects where that is needed, then sends one request. */
    async request(): Promise<Outcome> {
      if (!connection.ready) {
        const opened = await next(() => connection.connect());
        if (opened !== 'opened') return opened;
      }
      return (await next(() => connection.send())) as Outcome;
    },
  };
}
