import fc from 'fast-check';
import type { Socket } from 'node:net';
import { runLoad } from './engine';
import { expectConservation } from './testing/conservation';
import { planFor } from './testing/plan';
import { startScripted } from './testing/startScripted';

const answer = (status: string, body = '', headers = '') =>
  `HTTP/1.1 ${status}\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`;

const behaviours = {
  good: socket => socket.write(answer('200 OK', '{"predictions":[1]}')),
  'good and closing': socket =>
    socket.end(
      answer('200 OK', '{"predictions":[2]}', 'Connection: close\r\n'),
    ),
  slow: socket =>
    setTimeout(() => socket.write(answer('200 OK', '{"predictions":[3]}')), 20),
  'body-invalid': socket =>
    socket.write(answer('200 OK', '{"predictions":null}')),
  'http-4xx': socket => socket.write(answer('404 Not Found')),
  'http-5xx': socket => socket.write(answer('500 Oops', 'no')),
  redirect: socket => socket.write(answer('307 Elsewhere')),
  reset: socket => socket.resetAndDestroy(),
  'too-large': socket => socket.write(answer('200 OK', 'x'.repeat(2000))),
  protocol: socket => socket.write('220 smtp.example ESMTP\r\n\r\n'),
} satisfies Record<string, (socket: Socket) => unknown>;

type Behaviour = keyof typeof behaviours;
const names = Object.keys(behaviours) as Behaviour[];
const succeeds = (name: Behaviour) => /^(good|slow)/.test(name);

describe('the counts of a run', () => {
  it('add up, and are those of the target, whatever it does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (script, users, keepAlive) => {
          const done: Behaviour[] = [];
          const server = await startScripted((socket, index) => {
            const name = script[index % script.length];
            done.push(name);
            behaviours[name](socket);
          });
          const result = await runLoad(
            planFor(server.url, {
              requests: 24,
              arrival: { kind: 'closed', users },
              keepAlive,
              breaker: false,
              limits: { responseBytes: 1000 },
            }),
          );
          server.close();
          expectConservation(result);
          const { sent, succeeded, errors } = result.requests;
          expect({ sent, requests: server.requests() }).toEqual({
            sent: 24,
            requests: 24,
          });
          expect(succeeded).toBe(done.filter(succeeds).length);
          for (const name of names.filter(other => !succeeds(other))) {
            const seen = done.filter(other => other === name).length;
            expect({ name, count: errors[name as never] ?? 0 }).toEqual({
              name,
              count: seen,
            });
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
