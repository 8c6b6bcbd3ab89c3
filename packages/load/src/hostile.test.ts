import type { Socket } from 'node:net';
import { runLoad } from './engine';
import type { ErrorKind } from './errorKinds';
import { expectConservation } from './testing/conservation';
import { planFor } from './testing/plan';
import { startScripted } from './testing/startScripted';

jest.setTimeout(60_000);

/** Short where it must end the request, long where it must not. */
const timeoutOf = (kind: ErrorKind) => (kind === 'timeout' ? 0.4 : 10);

/** Writes for ever, as fast as it is read. */
function pour(socket: Socket, text: string): void {
  const more = () => {
    while (socket.writable && socket.write(text));
  };
  socket.on('drain', more);
  more();
}

/** One byte after the other, slowly. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.writable) socket.write(text[at++ % text.length]);
    else clearInterval(timer);
  }, 20);
  socket.on('close', () => clearInterval(timer));
}

function answer(body: string | Buffer, headers = ''): Buffer {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 200 OK\r\n${headers}Content-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

describe.each(['raw', 'full'] as const)('on the %s path', path => {
  it.each<[string, ErrorKind, (socket: Socket) => void]>([
    [
      'says JSON and sends a page',
      'body-invalid',
      socket =>
        socket.write(
          answer(
            '<script>alert(1)</script>',
            'Content-Type: application/json\r\n',
          ),
        ),
    ],
    [
      'sends invalid UTF-8',
      'body-invalid',
      socket => socket.write(answer(Buffer.from([0x22, 0xff, 0xfe, 0x22]))),
    ],
    [
      'sends null predictions with 200',
      'body-invalid',
      socket => socket.write(answer('{"predictions":null}')),
    ],
    [
      'ends in the middle of the body',
      'reset',
      socket => socket.end(answer('{"predictions":[1]}').subarray(0, -4)),
    ],
    [
      'announces 50 MB',
      'too-large',
      socket =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\nxxx'),
    ],
    [
      'sends chunks without end',
      'too-large',
      socket => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
        pour(socket, `8000\r\n${'x'.repeat(0x8000)}\r\n`);
      },
    ],
    [
      'sends a body that ends with the connection, which does not end',
      'too-large',
      socket => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        pour(socket, 'x'.repeat(0x8000));
      },
    ],
    [
      'sends a head without end',
      'protocol',
      socket => {
        socket.write('HTTP/1.1 200 OK\r\n');
        pour(socket, `X-More: ${'x'.repeat(1000)}\r\n`);
      },
    ],
    ['resets the connection', 'reset', socket => socket.resetAndDestroy()],
    ['says nothing', 'timeout', () => {}],
    [
      'sends its head byte by byte and never ends',
      'timeout',
      socket => drip(socket, 'HTTP/1.1 200 OK\r\nX: '),
    ],
    [
      'sends its body byte by byte and never ends',
      'timeout',
      socket => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n');
        drip(socket, ' ');
      },
    ],
    [
      'redirects to another address',
      'redirect',
      socket =>
        socket.write(
          'HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n',
        ),
    ],
    [
      'changes the protocol',
      'protocol',
      socket =>
        socket.write(
          'HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
        ),
    ],
  ])(
    'a target that %s fails with %s and holds nobody up',
    async (_name, kind, script) => {
      const server = await startScripted(script);
      const began = performance.now();
      const result = await runLoad(
        planFor(server.url, {
          requests: 2,
          arrival: { kind: 'closed', users: 1 },
          timeoutSeconds: timeoutOf(kind),
          limits: { responseBytes: 1_000_000 },
        }),
        { path },
      );
      const took = performance.now() - began;
      expect(result.path).toBe(path);
      expect(result.requests).toMatchObject({
        sent: 2,
        failed: 2,
        errors: { [kind]: 2 },
      });
      expect(server.requests()).toBe(2);
      expect(took).toBeLessThan(2 * timeoutOf(kind) * 1000 + 1000);
      expect(JSON.stringify(result.errorExamples)).not.toMatch(/script|169/);
      expectConservation(result);
      server.close();
    },
  );
});
