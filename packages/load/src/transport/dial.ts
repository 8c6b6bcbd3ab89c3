import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Failure } from '../errorKinds';
import { hostOf } from './endpoint';
import { failureOfError, type Stage } from './failures';
import type { TlsOptions } from './TlsOptions';

/** Where to, and as whom. */
export interface DialTarget {
  /** The address that every connection is pinned to, whatever the host name says. */
  ip: string;
  port: number;
  url: URL;
  tls: TlsOptions;
}

/** What came of it: the socket to speak on, or why there is none. */
export type Dialled =
  | { socket: Socket; failure?: undefined }
  | { socket?: undefined; failure: Failure };

/** Opens a connection, with TLS where the URL says so, and tells once what came of it. Returns the socket to give up with. */
export function dial(
  target: DialTarget,
  done: (dialled: Dialled) => void,
): Socket {
  const { ip, port, url, tls } = target;
  let stage: Stage = 'connecting';
  const tcp = connectTcp({ host: ip, port, noDelay: true });
  const settle = (dialled: Dialled) => {
    if (stage === 'open') return;
    stage = 'open';
    done(dialled);
  };
  const fail = (error: Error) =>
    settle({ failure: failureOfError(error, stage) });
  tcp.on('error', fail);
  if (url.protocol === 'http:') {
    tcp.once('connect', () => settle({ socket: tcp }));
    return tcp;
  }
  tcp.once('connect', () => {
    if (stage === 'connecting') stage = 'securing';
  });
  const host = hostOf(url);
  const secure = connectTls({
    host,
    // An address is no server name (RFC 6066, 3); its certificate is checked against the address.
    servername: isIP(host) ? undefined : host,
    ...tls,
    socket: tcp,
    ALPNProtocols: ['http/1.1'],
  });
  secure.on('error', fail);
  secure.once('close', () => fail(new Error('closed')));
  secure.once('secureConnect', () => settle({ socket: secure }));
  return tcp;
}
