import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';
import document from '../schema/openapi.generated.json';

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(document, 'openapi');

const escape = (key: string) =>
  encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'));

/** Throws when an answer of a route is not what the OpenAPI document says. */
export function expectDocumented(
  response: Response,
  method: 'get' | 'post',
  path: keyof typeof document.paths,
): void {
  const pointer = [
    'openapi#/paths',
    escape(path),
    method,
    'responses',
    response.status,
    'content/application~1json/schema',
  ].join('/');
  const validate = ajv.compile({ $ref: pointer });
  if (!validate(response.body)) {
    throw new Error(
      `${method} ${path} ${response.status}: ${ajv.errorsText(
        validate.errors,
      )}\n${JSON.stringify(response.body, undefined, 2).slice(0, 2000)}`,
    );
  }
}
