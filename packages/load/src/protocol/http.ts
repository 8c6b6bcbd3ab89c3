import type { Protocol } from './Protocol';

/** Plain HTTP: the status decides. */
export const http: Protocol = {
  id: 'http',
  contentType: 'text/html',
  matches: () => true,
};
