import type { ManifestError } from './ManifestError';
import { parseManifests } from './parseManifests';

const read = (content: string) =>
  parseManifests([{ file: 'manifest.yaml', content }]);
const object = (rest: string) => `apiVersion: v1\nkind: Thing\n${rest}`;

function failure(content: string): ManifestError {
  try {
    read(content);
  } catch (error) {
    return error as ManifestError;
  }
  throw new Error('It was read');
}

describe('manifests', () => {
  it('are read from several documents, and from Lists, in order', () => {
    const { manifests, documents } = read(`# nothing yet
---
${object('metadata: { name: one, namespace: a }')}
---
values: no manifest
---
kind: List
apiVersion: v1
items:
  - { apiVersion: v1, kind: Thing, metadata: { name: two } }
  - null
  - { apiVersion: v1, kind: Thing, metadata: { name: three } }
`);
    expect(documents).toBe(3);
    expect(
      manifests.map(({ document, item, name, namespace }) => [
        document,
        item,
        name,
        namespace,
      ]),
    ).toEqual([
      [expect.any(Number), undefined, 'one', 'a'],
      [expect.any(Number), 0, 'two', undefined],
      [expect.any(Number), 2, 'three', undefined],
    ]);
  });

  it.each([
    ['yes', true],
    ['"yes"', 'yes'],
    ['off', false],
    ['010', 8],
    ['0o10', '0o10'],
    ['1_000', 1000],
    ['12:30:45', '12:30:45'],
    ['2026-11-24', '2026-11-24'],
    ['1e3', 1000],
    ['~', null],
    ['!!str 5', '5'],
    ['', null],
  ])('are read as Kubernetes reads them: %j is %j', (text, value) => {
    const [{ object: data }] = read(object(`value: ${text}`)).manifests;
    expect((data as { value: unknown }).value).toEqual(value);
  });

  it('say where a pointer leads, and for what is not there, what is around it', () => {
    const [manifest] = read(
      object(
        'spec:\n  "a/b~c": {x: [1, {k: v}]} # note\n  text: |\n    more\n',
      ),
    ).manifests;
    const at = (pointer: string) => Object.values(manifest.position(pointer));
    expect(at('/kind')).toEqual([2, 1, 2, 12]);
    expect(at('/spec/a~1b~0c/x/1/k')).toEqual([4, 21, 4, 25]);
    expect(at('/spec/a~1b~0c/x/0')).toEqual([4, 17, 4, 18]);
    expect(at('/spec/a~1b~0c')).toEqual([4, 3, 4, 28]);
    expect(at('/spec/missing/deep')).toEqual([3, 1, 3, 5]);
    expect(at('/missing')).toEqual([1, 1, 1, 1]);
  });

  it('say of an alias where its anchor is, and that it cannot be changed alone', () => {
    const [manifest] = read(
      object('a: &a { x: 1 }\nb: *a\nc: { <<: *a, k: 2 }\nd: { x: 1 }'),
    ).manifests;
    expect(manifest.position('/b/x').line).toBe(3);
    expect(manifest.object).toMatchObject({ c: { x: 1, k: 2 } });
    const editable = (path: string) =>
      manifest.isEditable([{ op: 'replace', path, value: 2 }]);
    expect(['/a/x', '/b/x', '/c/x', '/c/k', '/d/x'].map(editable)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it.each([
    ['a: 1\nb: [', 2, 4, /^Not valid YAML: /],
    ['a: 1\na: 2', 2, 1, /^The key "a" is there twice$/],
    ['x:\n  "a": 1\n  a: 2', 3, 3, /^The key "a" is there twice$/],
    ['yes: 1\ntrue: 2', 2, 1, /^The key "true" is there twice$/],
    ['{a: 1, a: 2}', 1, 8, /^The key "a" is there twice$/],
    ['? {a: 1}\n: 2', 1, 3, /^A key must be a plain name$/],
    ['a: *b', 1, 4, /alias/i],
    ['\ta: 1', 1, 1, /^Not valid YAML: /],
    ['a: "\\x"', 1, 4, /^Not valid YAML: /],
  ])('%j end at line %i, column %i', (content, line, column, message) => {
    expect(failure(content)).toMatchObject({
      name: 'ManifestError',
      file: 'manifest.yaml',
      message: expect.stringMatching(message),
      line,
      column: expect.any(Number),
    });
    expect(Math.abs(failure(content).column - column)).toBeLessThan(4);
  });
});
