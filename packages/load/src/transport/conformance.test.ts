import { setImmediate as turn } from 'node:timers/promises';
import { type AnswerCase, answerCases } from '../testing/answers';
import { createExchange } from '../testing/exchange';
import { startScripted } from '../testing/startScripted';

jest.setTimeout(60_000);

const paths = ['raw', 'full'] as const;

function expected({ failure, status, body }: AnswerCase) {
  return failure ? { failure } : { status, body };
}

describe.each(paths)('the %s path', path => {
  it.each(answerCases)('takes $name for what it is', async answer => {
    const { text, method, ends } = answer;
    const server = await startScripted(socket => {
      socket.write(text, 'latin1');
      if (ends) socket.end();
    });
    const { url } = server;
    const exchange = createExchange({ url, path, method });
    try {
      expect(await exchange.request()).toEqual(expected(answer));
      expect(await exchange.request()).toEqual(expected(answer));
      expect(server.requests()).toBe(2);
      expect(server.connections()).toBe(answer.reusable ? 1 : 2);
    } finally {
      exchange.connection.close();
      server.close();
    }
  });

  it.each(answerCases.filter(({ text }) => text.length < 200))(
    'takes $name for what it is when it is split at any byte',
    async answer => {
      const { text, method, ends } = answer;
      const server = await startScripted(async (socket, index) => {
        socket.setNoDelay(true);
        socket.write(text.slice(0, index), 'latin1');
        await turn();
        await turn();
        socket.write(text.slice(index), 'latin1');
        if (ends) socket.end();
      });
      const { url } = server;
      const exchange = createExchange({ url, path, method });
      try {
        for (let at = 0; at <= text.length; at++) {
          const outcome = await exchange.request();
          expect({ at, ...outcome }).toEqual({ at, ...expected(answer) });
        }
      } finally {
        exchange.connection.close();
        server.close();
      }
    },
  );
});
