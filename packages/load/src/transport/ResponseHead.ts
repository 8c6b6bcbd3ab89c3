/** How an answer is framed. */
export interface ResponseHead {
  status: number;
  keepAlive: boolean;
  chunked: boolean;
  /** Of the Content-Length, when there is one. */
  length?: number;
}

const colon = 0x3a;
const space = 0x20;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** First letters of the headers that frame an answer: connection, content-length, transfer-encoding. */
const letterC = 0x63;
const letterT = 0x74;

/**
 * Reads the head of an HTTP/1 answer in `bytes` from 0 to `end`, where `end` is just after its last header line.
 * A text tells what is wrong with it.
 */
export function parseResponseHead(
  bytes: Buffer,
  end: number,
): ResponseHead | string {
  const lineEnd = bytes.indexOf(lineFeed);
  const start = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r]*)?\r$/.exec(
    bytes.toString('latin1', 0, lineEnd),
  );
  if (!start) return 'the answer does not begin with an HTTP/1 status line';
  const head: ResponseHead = {
    status: Number(start[2]),
    keepAlive: start[1] === '1',
    chunked: false,
  };
  let position = lineEnd + 1;
  while (position < end) {
    const next = bytes.indexOf(lineFeed, position);
    if (bytes[next - 1] !== carriageReturn) {
      return 'a header line does not end with CR LF';
    }
    const first = bytes[position];
    const split = bytes.indexOf(colon, position);
    if (first === space || first === tab || split < 0 || split > next) {
      return 'a header line has no name';
    }
    // eslint-disable-next-line no-bitwise
    const letter = first | 0x20;
    if (letter === letterC || letter === letterT) {
      const problem = readFraming(
        head,
        bytes.toString('latin1', position, split).toLowerCase(),
        bytes.toString('latin1', split + 1, next - 1).trim(),
      );
      if (problem) return problem;
    }
    position = next + 1;
  }
  if (head.chunked && head.length !== undefined) {
    return 'the answer has both Content-Length and Transfer-Encoding';
  }
  return head;
}

function readFraming(
  head: ResponseHead,
  name: string,
  value: string,
): string | undefined {
  switch (name) {
    case 'content-length':
      if (!/^\d{1,15}$/.test(value) || head.length !== undefined) {
        return 'Content-Length is not one number';
      }
      head.length = Number(value);
      return undefined;
    case 'transfer-encoding':
      if (!/(^|[\s,])chunked$/i.test(value) || head.chunked) {
        return 'Transfer-Encoding does not end with chunked';
      }
      head.chunked = true;
      return undefined;
    case 'connection': {
      const options = value.toLowerCase().split(/\s*,\s*/);
      if (options.includes('close')) head.keepAlive = false;
      else if (options.includes('keep-alive')) head.keepAlive = true;
      return undefined;
    }
    default:
      return undefined;
  }
}
