import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Socket } from 'node:net';
import { createExchange } from '../testing/exchange';
import { startScripted } from '../testing/startScripted';

jest.setTimeout(60_000);

const good = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const answered = { status: 200, body: 'ok' };

describe.each(['raw', 'full'] as const)('a connection of the %s path', path => {
  it('is opened again after the target closed it while idle, and nothing counts as failed', async () => {
    const closed: Promise<unknown>[] = [];
    const server = await startScripted(socket => {
      socket.write(good);
      closed.push(once(socket, 'close'));
      setImmediate(() => socket.end());
    });
    const exchange = createExchange({ url: server.url, path });
    expect(await exchange.request()).toEqual(answered);
    await closed[0];
    expect(await exchange.request()).toEqual(answered);
    expect([server.requests(), server.connections()]).toEqual([2, 2]);
    exchange.connection.close();
    server.close();
  });

  it('counts a request as reset, and does not repeat it, when the target closes as it is sent', async () => {
    const server = await startScripted((socket, index) => {
      if (index === 0) socket.write(good);
      else socket.destroy();
    });
    const exchange = createExchange({ url: server.url, path });
    expect(await exchange.request()).toEqual(answered);
    expect(await exchange.request()).toEqual({ failure: 'reset' });
    expect([server.requests(), server.connections()]).toEqual([2, 1]);
    exchange.connection.close();
    server.close();
  });

  it('gives up a connection on which more than the answer came', async () => {
    const server = await startScripted(socket => {
      socket.write(`${good}HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong`);
    });
    const exchange = createExchange({ url: server.url, path });
    expect(await exchange.request()).toEqual(answered);
    await new Promise(setImmediate);
    expect(await exchange.request()).toEqual(answered);
    expect(server.connections()).toBe(2);
    exchange.connection.close();
    server.close();
  });

  it('opens a new connection for each request when connections are not kept', async () => {
    const server = await startScripted(socket => socket.write(good));
    const { url } = server;
    const exchange = createExchange({ url, path, keepAlive: false });
    expect(await exchange.request()).toEqual(answered);
    expect(await exchange.request()).toEqual(answered);
    expect(server.connections()).toBe(2);
    server.close();
  });

  it('fails with connect where nothing listens', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, 'close');
    const url = `http://127.0.0.1:${port}/m:predict`;
    const exchange = createExchange({ url, path });
    expect(await exchange.request()).toEqual({ failure: 'connect' });
  });

  it('goes to the pinned address, whatever the host name is', async () => {
    const hosts: string[] = [];
    const server = createServer((socket: Socket) => {
      socket.on('data', data => {
        hosts.push(/^host: (.*)$/im.exec(String(data))![1]);
        socket.write(good);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://model.example:${port}/m:predict`;
    const exchange = createExchange({ url, path, ip: '127.0.0.1' });
    expect(await exchange.request()).toEqual(answered);
    expect(hosts).toEqual([`model.example:${port}`]);
    exchange.connection.close();
    server.close();
  });

  it('counts the bytes of both ways', async () => {
    let received = 0;
    const server = await startScripted(socket => {
      received = socket.bytesRead;
      socket.write(good);
    });
    const exchange = createExchange({ url: server.url, path });
    await exchange.request();
    const { sent, received: back, opened } = exchange.traffic;
    expect([sent, back, opened]).toEqual([received, good.length, 1]);
    exchange.connection.close();
    server.close();
  });

  it('tells nothing any more once it is closed', async () => {
    let asked = (_socket: Socket) => {};
    const request = new Promise<Socket>(resolve => {
      asked = resolve;
    });
    const server = await startScripted(socket => asked(socket));
    const exchange = createExchange({ url: server.url, path });
    const told = jest.fn();
    void exchange.request().then(told);
    const socket = await request;
    exchange.connection.close();
    await once(socket, 'close');
    expect(told).not.toHaveBeenCalled();
    server.close();
  });
});
