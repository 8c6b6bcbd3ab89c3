import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import type { Failure } from '../errorKinds';
import { hostOf, portOf } from './endpoint';
import { failureOfError } from './failures';

/** How long one of several addresses may take to connect before the next one is tried. */
const tryMilliseconds = 2_000;

/**
 * The one address that all connections of a run go to. Of a name with several, such as `localhost`, it is the first that
 * takes a connection.
 */
export async function resolveAddress(
  url: URL,
): Promise<{ ip: string } | { failure: Failure }> {
  const host = hostOf(url);
  if (isIP(host)) return { ip: host };
  try {
    const addresses = await lookup(host, { all: true });
    const [{ address: first }] = addresses;
    if (addresses.length === 1) return { ip: first };
    for (const { address } of addresses) {
      if (await takesConnection(address, portOf(url))) return { ip: address };
    }
    return { ip: first };
  } catch (error) {
    return { failure: failureOfError(error as Error, 'connecting') };
  }
}

function takesConnection(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const settle = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.setTimeout(tryMilliseconds, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
