import type { ErrorKind } from '../errorKinds';

/** An answer byte by byte, and what every client must make of it. */
export interface AnswerCase {
  name: string;
  text: string;
  method?: 'HEAD' | 'POST';
  /** The server ends the connection after the text. */
  ends?: boolean;
  status?: number;
  body?: string;
  failure?: ErrorKind;
  /** Whether another request may go on the same connection. */
  reusable?: boolean;
}

const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`;

/** Longer answers and heads than this are refused in the tests that use these cases. */
export const mostBytes = 64;

export const answerCases: readonly AnswerCase[] = [
  {
    name: 'a counted body',
    text: `${head('HTTP/1.1 200 OK', 'Content-Length: 5')}hello`,
    status: 200,
    body: 'hello',
    reusable: true,
  },
  {
    name: 'an empty counted body',
    text: head('HTTP/1.1 200 OK', 'Content-Length: 0'),
    status: 200,
    body: '',
    reusable: true,
  },
  {
    name: 'header names in any case, and spaces before values',
    text: `${head(
      'HTTP/1.1 200 ',
      'X-Empty:',
      'cOnTent-LENGTH:   2',
      'Cookie-Like: a=b; content-length: 9',
    )}ok`,
    status: 200,
    body: 'ok',
    reusable: true,
  },
  {
    name: 'chunks with extensions',
    text: `${head(
      'HTTP/1.1 200 OK',
      'Transfer-Encoding: chunked',
    )}5;note=1\r\nhello\r\n00a\r\n, 10 bytes\r\n0\r\n\r\n`,
    status: 200,
    body: 'hello, 10 bytes',
    reusable: true,
  },
  {
    name: 'chunks and trailers',
    text: `${head(
      'HTTP/1.1 503 Busy',
      'transfer-encoding: Chunked',
    )}2\r\nno\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n`,
    status: 503,
    body: 'no',
    reusable: true,
  },
  {
    name: 'interim answers before the real one',
    text: `${head('HTTP/1.1 102 Processing')}${head(
      'HTTP/1.1 103 Early Hints',
      'Link: </a>; rel=preload',
      'Content-Length: 3',
    )}${head('HTTP/1.1 201 Created', 'Content-Length: 2')}ok`,
    status: 201,
    body: 'ok',
    reusable: true,
  },
  {
    name: 'a body that the end of the connection ends',
    text: `${head('HTTP/1.1 200 OK', 'Content-Type: text/plain')}until the end`,
    ends: true,
    status: 200,
    body: 'until the end',
    reusable: false,
  },
  {
    name: 'HTTP/1.0',
    text: `${head('HTTP/1.0 200 OK', 'Content-Length: 3')}old`,
    ends: true,
    status: 200,
    body: 'old',
    reusable: false,
  },
  {
    name: 'HTTP/1.0 that keeps the connection',
    text: `${head(
      'HTTP/1.0 200 OK',
      'Connection: Keep-Alive',
      'Content-Length: 3',
    )}old`,
    status: 200,
    body: 'old',
    reusable: true,
  },
  {
    name: 'an answer that announces the end of the connection',
    text: `${head(
      'HTTP/1.1 200 OK',
      'Connection: close',
      'Content-Length: 3',
    )}bye`,
    ends: true,
    status: 200,
    body: 'bye',
    reusable: false,
  },
  {
    name: 'an answer without a body',
    text: head('HTTP/1.1 204 No Content'),
    status: 204,
    body: '',
    reusable: true,
  },
  {
    name: 'the answer to HEAD, which only counts a body',
    text: head('HTTP/1.1 200 OK', 'Content-Length: 5'),
    method: 'HEAD',
    status: 200,
    body: '',
    reusable: true,
  },
  {
    name: 'a body cut short',
    text: `${head('HTTP/1.1 200 OK', 'Content-Length: 9')}hello`,
    ends: true,
    failure: 'reset',
  },
  {
    name: 'a chunk cut short',
    text: `${head('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked')}9\r\nhello`,
    ends: true,
    failure: 'reset',
  },
  {
    name: 'a head cut short',
    text: 'HTTP/1.1 200 OK\r\nContent-Le',
    ends: true,
    failure: 'reset',
  },
  { name: 'no answer', text: '', ends: true, failure: 'reset' },
  {
    name: 'something that is not HTTP',
    text: 'SSH-2.0-OpenSSH_9.2p1\r\n\r\n',
    failure: 'protocol',
  },
  {
    name: 'a status that is no number',
    text: head('HTTP/1.1 ok', 'Content-Length: 0'),
    failure: 'protocol',
  },
  {
    name: 'a length that is no number',
    text: `${head('HTTP/1.1 200 OK', 'Content-Length: 5five')}hello`,
    failure: 'protocol',
  },
  {
    name: 'two lengths',
    text: `${head(
      'HTTP/1.1 200 OK',
      'Content-Length: 5',
      'Content-Length: 6',
    )}hello!`,
    failure: 'protocol',
  },
  {
    name: 'a length and chunks',
    text: `${head(
      'HTTP/1.1 200 OK',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
    )}0\r\n\r\n`,
    failure: 'protocol',
  },
  {
    name: 'a chunk size that is no number',
    text: `${head(
      'HTTP/1.1 200 OK',
      'Transfer-Encoding: chunked',
    )}five\r\nhello\r\n0\r\n\r\n`,
    failure: 'protocol',
  },
  {
    name: 'a head longer than 16 kB',
    text: head('HTTP/1.1 200 OK', `X-Long: ${'x'.repeat(17_000)}`),
    failure: 'protocol',
  },
  {
    name: 'a counted body that is too long',
    text: `${head('HTTP/1.1 200 OK', 'Content-Length: 65')}${'x'.repeat(65)}`,
    failure: 'too-large',
  },
  {
    name: 'a chunked body that is too long',
    text: `${head(
      'HTTP/1.1 200 OK',
      'Transfer-Encoding: chunked',
    )}40\r\n${'x'.repeat(64)}\r\n1\r\nx\r\n0\r\n\r\n`,
    failure: 'too-large',
  },
];
