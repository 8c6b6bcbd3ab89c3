import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describeOpenApi } from './describeOpenApi';
import committed from './openapi.generated.json';

describe('the OpenAPI document', () => {
  it('is the committed one; "yarn openapi" in this package writes it anew', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(describeOpenApi())));
  });

  it('holds only schemas that JSON Schema 2020-12 compiles', () => {
    const ajv = addFormats(new Ajv2020({ strict: false }));
    ajv.addSchema(committed, 'openapi');
    const pointers = schemasIn(committed, 'openapi#');
    expect(pointers.length).toBeGreaterThan(30);
    for (const $ref of pointers) {
      expect(() => ajv.compile({ $ref })).not.toThrow();
    }
  });

  it('names every parameter of its paths once', () => {
    for (const [path, item] of Object.entries(committed.paths)) {
      for (const { parameters } of Object.values(item)) {
        const names = (parameters as { name: string; in: string }[])
          .filter(parameter => parameter.in === 'path')
          .map(({ name }) => `{${name}}`);
        expect(path.match(/\{\w+\}/g) ?? []).toEqual(names);
      }
    }
  });
});

/** JSON pointers of all schemas. */
function schemasIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const pointer = `${path}/${encodeURIComponent(
      key.replace(/~/g, '~0').replace(/\//g, '~1'),
    )}`;
    const isSchema = key === 'schema' || path === 'openapi#/components/schemas';
    return isSchema ? [pointer] : schemasIn(inner, pointer);
  });
}
