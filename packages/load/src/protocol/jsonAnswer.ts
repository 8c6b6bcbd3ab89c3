import { isUtf8 } from 'node:buffer';

/** A judge of JSON objects: rejects what is none and what reports an error inside, then asks `problemOf`. */
export function jsonAnswer(
  problemOf: (answer: Record<string, unknown>) => string | undefined,
): (body: Uint8Array) => string | undefined {
  return body => {
    if (!isUtf8(body)) return 'the answer is not UTF-8 text';
    let answer: unknown;
    try {
      answer = JSON.parse(new TextDecoder().decode(body));
    } catch {
      return 'the answer is not JSON';
    }
    if (typeof answer !== 'object' || !answer || Array.isArray(answer)) {
      return 'the answer is not a JSON object';
    }
    const { error } = answer as { error?: unknown };
    if (error !== undefined && error !== null) {
      return 'the answer holds an error';
    }
    return problemOf(answer as Record<string, unknown>);
  };
}
