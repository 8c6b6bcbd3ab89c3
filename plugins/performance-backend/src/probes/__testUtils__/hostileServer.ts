import {
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

const good = JSON.stringify({ predictions: [0] });
const script = '<script>alert(1)</script>';

function answer(body: string, head: string[] = [], status = '200 OK'): string {
  return [
    `HTTP/1.1 ${status}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...head,
    '',
    body,
  ].join('\r\n');
}

/** Writes a chunk again and again until the connection ends. */
function drip(socket: Socket, chunk: string | Buffer, milliseconds: number) {
  const timer = setInterval(() => socket.write(chunk), milliseconds);
  socket.on('close', () => clearInterval(timer));
}

/** What a hostile service does with a request, by path. */
export const hostility: Record<string, (socket: Socket) => void> = {
  '/good': socket => socket.write(answer(good)),
  '/lying-content-type': socket =>
    socket.write(answer(good, ['content-type: image/png'])),
  '/html-as-json': socket =>
    socket.write(answer(script, ['content-type: application/json'])),
  '/truncated': socket =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"predictions"'),
  '/huge': socket => {
    const chunk = Buffer.alloc(1_000_000, 'x');
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 50000000\r\n\r\n');
    for (let sent = 0; sent < 50; sent++) socket.write(chunk);
  },
  '/huge-chunked': socket => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
    drip(socket, `fffff\r\n${'x'.repeat(0xfffff)}\r\n`, 5);
  },
  '/endless': socket => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
    drip(socket, '1\r\n \r\n', 20);
  },
  '/slow-headers': socket => {
    socket.write('HTTP/1.1 200 OK\r\n');
    drip(socket, 'x-slow: 1\r\n', 50);
  },
  '/silent': () => {},
  '/reset': socket => socket.resetAndDestroy(),
  '/no-http': socket => socket.end(`${script}\r\n\r\n`),
  '/invalid-utf8': socket =>
    socket.write(
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n'),
        Buffer.from('{"predictions":["'),
        Buffer.from([0xff, 0xfe, 0xc0]),
      ]),
    ),
  '/error-in-200': socket =>
    socket.write(answer(JSON.stringify({ error: script }))),
  '/null-predictions': socket =>
    socket.write(
      answer(JSON.stringify({ message: script, predictions: null })),
    ),
  '/script-in-500': socket =>
    socket.write(answer(script, [`x-error: ${script}`], `500 ${script}`)),
  '/unauthorized': socket => socket.write(answer(script, [], '401 No')),
  '/missing': socket => socket.write(answer(script, [], '404 Not Found')),
};

/** What the server noticed of one request. */
export interface Noticed {
  at: number;
  path: string;
  head: string;
}

/** A real server on a loopback port that does what a path says. `/redirect` answers with one of `redirects` after another. */
export class HostileServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly noticed: Noticed[] = [];
  mostConnections = 0;
  redirects: string[] = [];
  redirected = 0;
  /** The path that requests after the first ones are treated as. */
  turnsAfter: { requests: number; path: string } | undefined;
  /** The path that requests from one to before another are treated as, counted from 0. */
  turns: { from: number; to: number; path: string } | undefined;

  private constructor() {
    this.#server = createServer(socket => this.#accept(socket));
  }

  static async start(): Promise<HostileServer> {
    const hostile = new HostileServer();
    await new Promise<void>(resolve => {
      hostile.#server.listen(0, '127.0.0.1', resolve);
    });
    return hostile;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    this.mostConnections = Math.max(this.mostConnections, this.#sockets.size);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
    let received = '';
    socket.setEncoding('latin1').on('data', data => {
      received += data;
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.slice(0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      received = received.slice(end + 4 + length);
      this.#answer(socket, head);
    });
  }

  #treated(path: string): string {
    const count = this.noticed.length;
    const { turns, turnsAfter } = this;
    if (turns && count > turns.from && count <= turns.to) return turns.path;
    return turnsAfter && count > turnsAfter.requests ? turnsAfter.path : path;
  }

  #answer(socket: Socket, head: string): void {
    const path = head.split(' ')[1].replace(/\?.*/, '');
    this.noticed.push({ at: Date.now(), path, head });
    const treated = this.#treated(path);
    if (treated === '/redirect') {
      const location =
        this.redirects[this.redirected++ % this.redirects.length];
      socket.write(answer('', [`location: ${location}`], '302 Found'));
      return;
    }
    hostility[treated]?.(socket);
  }
}
