import fc from 'fast-check';
import { type AnswerCase, answerCases, mostBytes } from '../testing/answers';
import { ResponseParser } from './ResponseParser';

/** What a parser makes of an answer that comes in these pieces, each in the same reused buffer. */
function read({ method = 'POST', ends }: AnswerCase, pieces: string[]) {
  const parser = new ResponseParser({ keepBody: true, method, mostBytes });
  const buffer = Buffer.alloc(32_768);
  for (const piece of pieces) {
    if (parser.done || parser.failure) break;
    const size = buffer.write(piece, 'latin1');
    if (size > 0) parser.feed(buffer.subarray(0, size));
  }
  if (ends) parser.end();
  return {
    failure: parser.failure?.kind,
    ...(parser.done && {
      status: parser.status,
      body: parser.body?.toString('latin1'),
      reusable: parser.keepAlive,
    }),
  };
}

function expected({ status, body, failure, reusable }: AnswerCase) {
  return failure ? { failure } : { failure, status, body, reusable };
}

describe('ResponseParser', () => {
  it.each(answerCases)('reads $name in one piece', answer => {
    expect(read(answer, [answer.text])).toEqual(expected(answer));
  });

  it.each(answerCases)('reads $name split at each byte', answer => {
    const { text } = answer;
    const step = text.length > 1000 ? 997 : 1;
    for (let at = 0; at <= text.length; at += step) {
      const pieces = [text.slice(0, at), text.slice(at)];
      expect({ at, ...read(answer, pieces) }).toEqual({
        at,
        ...expected(answer),
      });
    }
  });

  it('reads any answer in any pieces', () => {
    const anyCase = fc.constantFrom(
      ...answerCases.filter(({ text }) => text.length < 1000),
    );
    fc.assert(
      fc.property(
        anyCase,
        fc.array(fc.integer({ min: 1, max: 40 })),
        (answer, sizes) => {
          const pieces: string[] = [];
          let rest = answer.text;
          for (const size of sizes) {
            pieces.push(rest.slice(0, size));
            rest = rest.slice(size);
          }
          expect(read(answer, [...pieces, ...rest])).toEqual(expected(answer));
        },
      ),
    );
  });

  it('reads one answer after the other and keeps nothing of the last', () => {
    const parser = new ResponseParser({
      keepBody: true,
      method: 'GET',
      mostBytes,
    });
    for (const { text, status, body } of answerCases.filter(
      ({ reusable, method }) => reusable && !method,
    )) {
      parser.reset();
      parser.feed(Buffer.from(text));
      expect([parser.done, parser.status, parser.body?.toString()]).toEqual([
        true,
        status,
        body,
      ]);
    }
  });

  // The HTTP library of the full path refuses these, against RFC 9110 5.5 and 15.2.
  it.each([
    'HTTP/1.1 200 OK\r\nContent-Length: 2  \r\n\r\nok',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
  ])('reads %j', text => {
    const answer = { name: '', text, status: 200, body: 'ok', reusable: true };
    expect(read(answer, [...text])).toEqual(expected(answer));
  });

  it('trusts a connection no more when more comes than the answer', () => {
    const parser = new ResponseParser({
      keepBody: true,
      method: 'GET',
      mostBytes,
    });
    const { text } = answerCases[0];
    parser.feed(Buffer.from(`${text}HTTP/1.1 200 OK\r\n`));
    expect([parser.done, parser.body?.toString(), parser.keepAlive]).toEqual([
      true,
      'hello',
      false,
    ]);
  });
});
