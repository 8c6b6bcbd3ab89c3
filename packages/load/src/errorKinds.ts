/**
 * Why a request failed. Names are fixed by the bench JSON; `protocol` is an answer that is not HTTP/1.
 *
 * @public
 */
export const errorKinds = [
  'connect',
  'tls',
  'dns',
  'timeout',
  'reset',
  'http-4xx',
  'http-5xx',
  'body-invalid',
  'too-large',
  'redirect',
  'protocol',
] as const;

/**
 * One of {@link errorKinds}.
 *
 * @public
 */
export type ErrorKind = (typeof errorKinds)[number];

/** Why one request failed. The message never holds text that came from the target. */
export interface Failure {
  kind: ErrorKind;
  message: string;
}
