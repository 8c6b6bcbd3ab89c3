import type { Failure } from '../errorKinds';
import type { Protocol } from './Protocol';

/** Longer answers are judged anew each time instead of being kept for comparison. */
const keptBytes = 65_536;

/**
 * Judges whole answers. A body that equals the last good one byte by byte is good without another look, which is the
 * usual case when the same input is sent again and again.
 */
export function createAnswerJudge(
  protocol: Protocol,
): (status: number, body: Buffer | undefined) => Failure | undefined {
  let good: Buffer | undefined;
  return (status, body) => {
    if (status < 200 || status > 299) return failureOfStatus(status);
    if (!protocol.problemOf) return undefined;
    if (body && good?.equals(body)) return undefined;
    const message = protocol.problemOf(body ?? Buffer.alloc(0));
    if (message) return { kind: 'body-invalid', message };
    good = body && body.length <= keptBytes ? Buffer.from(body) : undefined;
    return undefined;
  };
}

function failureOfStatus(status: number): Failure {
  const message = `HTTP ${status}`;
  switch (Math.floor(status / 100)) {
    case 3:
      return {
        kind: 'redirect',
        message: `${message}: redirects are not followed`,
      };
    case 4:
      return { kind: 'http-4xx', message };
    case 5:
      return { kind: 'http-5xx', message };
    default:
      return { kind: 'protocol', message: `${message} is no known status` };
  }
}
