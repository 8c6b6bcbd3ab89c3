import { readFileSync } from 'node:fs';

/** A certificate for `model.example` and 127.0.0.1 that signed itself, only for tests. */
export const certificate = {
  cert: readFileSync(require.resolve('./fixtures/certificate.pem'), 'utf8'),
  key: readFileSync(require.resolve('./fixtures/key.pem'), 'utf8'),
};
