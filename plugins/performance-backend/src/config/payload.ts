import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the body of the requests is written. */
export interface PayloadSource {
  file?: string;
  inline?: unknown;
}

/** Body of every request of an endpoint. */
export interface Payload {
  text: string;
  contentType: string;
}

const mostBytes = 4 * 2 ** 20;

/**
 * Reads the body that an endpoint is asked with. A file is taken relative to the folder that the backend was started
 * in, as catalog locations of type `file` are. A mistake is reported and gives `undefined`.
 */
export function readPayload(
  payload: PayloadSource,
  problem: (message: string) => void,
): Payload | undefined {
  const { file, inline } = payload;
  if (file === undefined) {
    const text = typeof inline === 'string' ? inline : JSON.stringify(inline);
    return { text, contentType: 'application/json' };
  }
  const path = resolve(file);
  try {
    if (statSync(path).size > mostBytes) {
      problem(`file: ${path} is larger than ${mostBytes} bytes`);
      return undefined;
    }
    return {
      text: readFileSync(path, 'utf8'),
      contentType: 'application/json',
    };
  } catch {
    problem(`file: ${path} cannot be read`);
    return undefined;
  }
}
