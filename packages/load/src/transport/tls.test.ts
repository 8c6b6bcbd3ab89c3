import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { certificate } from '../testing/certificate';
import { createExchange } from '../testing/exchange';
import { startScripted } from '../testing/startScripted';

jest.setTimeout(60_000);

const answered = { status: 200, body: 'ok' };
const { cert, key } = certificate;

async function startSecure(options: object = {}) {
  const names: unknown[] = [];
  const server = await startScripted(
    socket => {
      names.push((socket as TLSSocket).servername);
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    },
    { cert, key, ...options },
  );
  const named = server.url.replace('127.0.0.1', 'model.example');
  return { ...server, named, names };
}

describe('TLS', () => {
  it('trusts an authority that the options name, and keeps the connection', async () => {
    const server = await startSecure();
    const tls = { ca: cert };
    const exchange = createExchange({ url: server.url, path: 'full', tls });
    expect(await exchange.request()).toEqual(answered);
    expect(await exchange.request()).toEqual(answered);
    expect([server.connections(), exchange.traffic.opened]).toEqual([1, 1]);
    expect(exchange.traffic.received).toBeGreaterThan(100);
    exchange.connection.close();
    server.close();
  });

  it('asks for the host name of the URL at the pinned address', async () => {
    const server = await startSecure();
    const tls = { ca: cert };
    const exchange = createExchange({ url: server.named, path: 'full', tls });
    expect(await exchange.request()).toEqual(answered);
    expect(server.names).toEqual(['model.example']);
    exchange.connection.close();
    server.close();
  });

  it.each<[string, { ca?: string; servername?: string }]>([
    ['an authority that nobody named', {}],
    ['another name', { ca: cert, servername: 'other.example' }],
  ])('fails with tls for a certificate of %s', async (_name, tls) => {
    const server = await startSecure();
    const exchange = createExchange({ url: server.url, path: 'full', tls });
    expect(await exchange.request()).toEqual({ failure: 'tls' });
    expect(server.requests()).toBe(0);
    server.close();
  });

  it('fails with tls where the target speaks plain HTTP', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `https://127.0.0.1:${port}/m:predict`;
    const exchange = createExchange({ url, path: 'full', tls: { ca: cert } });
    expect(await exchange.request()).toEqual({ failure: 'tls' });
    server.close();
  });

  it('shows the certificate of mutual TLS to a target that asks for it', async () => {
    const server = await startSecure({
      requestCert: true,
      rejectUnauthorized: true,
      ca: cert,
    });
    const { url } = server;
    const ours = { ca: cert, cert, key };
    const known = createExchange({ url, path: 'full', tls: ours });
    expect(await known.request()).toEqual(answered);
    known.connection.close();
    const unknown = createExchange({ url, path: 'full', tls: { ca: cert } });
    expect((await unknown.request()).failure).toMatch(/tls|reset/);
    server.close();
  });
});
