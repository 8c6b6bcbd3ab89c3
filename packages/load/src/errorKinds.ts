/** Why a request failed. Names are fixed by the bench JSON. */
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

/** @public */
export type ErrorKind = (typeof errorKinds)[number];

/** Why one request failed. The message never holds text that came from the target. */
export interface Failure {
  kind: ErrorKind;
  message: string;
}
