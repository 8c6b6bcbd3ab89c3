import type { Failure } from '../errorKinds';

/** How far a connection had come. */
export type Stage = 'connecting' | 'securing' | 'open';

/** What an error of a socket means for a request. The message names the system's code, never text of the target. */
export function failureOfError(error: Error, stage: Stage): Failure {
  const code = (error as { code?: unknown }).code;
  const name = typeof code === 'string' ? code : error.name;
  if (name === 'ENOTFOUND' || name === 'EAI_AGAIN') {
    return { kind: 'dns', message: `the host name has no address (${name})` };
  }
  switch (stage) {
    case 'connecting':
      return { kind: 'connect', message: `cannot connect (${name})` };
    case 'securing':
      return { kind: 'tls', message: `no TLS connection (${name})` };
    default:
      return { kind: 'reset', message: `the connection broke (${name})` };
  }
}

/** An answer that is longer than is read. */
export function tooLarge(mostBytes: number): Failure {
  return {
    kind: 'too-large',
    message: `the answer is longer than ${mostBytes} bytes`,
  };
}
