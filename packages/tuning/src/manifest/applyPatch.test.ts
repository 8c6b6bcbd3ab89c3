import { applyPatch, type DocumentOperation } from './applyPatch';

const patch = (content: string, ...operations: Partial<DocumentOperation>[]) =>
  applyPatch(
    { file: 'manifest.yaml', content },
    operations.map(each => ({ op: 'add', path: '', document: 0, ...each })),
  );

describe('a patch', () => {
  it.each<[string, string, Partial<DocumentOperation>, string]>([
    [
      'a value',
      'a: 1 # one\nb: 2\n',
      { op: 'replace', path: '/a', value: 3 },
      'a: 3 # one\nb: 2\n',
    ],
    [
      'a quoted text',
      "a: 'x'\n",
      { op: 'replace', path: '/a', value: 'y z' },
      "a: 'y z'\n",
    ],
    [
      'a text like no other',
      'a: x\n',
      { op: 'replace', path: '/a', value: 'no' },
      'a: "no"\n',
    ],
    [
      'a text that would be YAML',
      'a: x\n',
      { op: 'replace', path: '/a', value: 'y\nz: {1}' },
      'a: "y\\nz: {1}"\n',
    ],
    [
      'nothing',
      'a:\nb: 1\n',
      { op: 'replace', path: '/a', value: 5 },
      'a: 5\nb: 1\n',
    ],
    [
      'nothing, by a mapping',
      'a: # why\nb: 1\n',
      { path: '/a', value: { x: [1] } },
      'a:\n  x:\n    - 1 # why\nb: 1\n',
    ],
    [
      'an empty mapping',
      'a: {} # why\n',
      { path: '/a/x', value: 1 },
      'a: { x: 1 } # why\n',
    ],
    [
      'a mapping, by a value',
      'a:\n  # in\n  x: 1 # tail\nb: 1\n',
      { op: 'replace', path: '/a', value: 2 },
      'a: 2\n  # in\n  # tail\nb: 1\n',
    ],
    [
      'a long text',
      'a: |\n  x\n  y\nb: 1\n',
      { op: 'replace', path: '/a', value: 'z' },
      'a: "z"\nb: 1\n'.replace('"z"', 'z'),
    ],
    [
      'the end of a mapping',
      'm:\n  a: 1 # one\n  # end\nb: 2\n',
      { path: '/m/c', value: 'x' },
      'm:\n  a: 1 # one\n  c: x\n  # end\nb: 2\n',
    ],
    [
      'the end of a file without a last line',
      'm:\n    a: 1',
      { path: '/m/c', value: {} },
      'm:\n    a: 1\n    c: {}',
    ],
    [
      'Windows lines',
      'm:\r\n  a: 1\r\nb: 2\r\n',
      { path: '/m/c', value: [1] },
      'm:\r\n  a: 1\r\n  c:\r\n    - 1\r\nb: 2\r\n',
    ],
    [
      'a flow mapping',
      'm: { a: 1, } # x\n',
      { path: '/m/c', value: { d: [] } },
      'm: { a: 1, c: { d: [] }, } # x\n',
    ],
    [
      'JSON',
      '{"m": {"a": 1}}\n',
      { path: '/m/c', value: { d: 'e' } },
      '{"m": {"a": 1, "c": {"d":"e"}}}\n',
    ],
    [
      'a list',
      'l:\n- a: 1\n  b: 2\n# end\n',
      { path: '/l/-', value: { c: 3, d: 4 } },
      'l:\n- a: 1\n  b: 2\n- c: 3\n  d: 4\n# end\n',
    ],
    [
      'a flow list',
      'l: [1, 2]\n',
      { path: '/l/2', value: 3 },
      'l: [1, 2, 3]\n',
    ],
    ['an empty list', 'l: []\n', { path: '/l/-', value: 3 }, 'l: [3]\n'],
    [
      'an entry away',
      'm:\n  a: 1 # one\n  b: 2\n',
      { op: 'remove', path: '/m/a' },
      'm:\n  # one\n  b: 2\n',
    ],
    [
      'the first entry of an item away',
      'l:\n  - a: 1\n    b: 2\n',
      { op: 'remove', path: '/l/0/a' },
      'l:\n  - b: 2\n',
    ],
    [
      'a nested entry away',
      'm:\n  a:\n    x: 1\n    # in\n    y: 2\n  b: 2\n',
      { op: 'remove', path: '/m/a' },
      'm:\n  # in\n  b: 2\n',
    ],
    [
      'the only entry away',
      'm:\n  a: 1\nb: 2\n',
      { op: 'remove', path: '/m/a' },
      'm: {}\nb: 2\n',
    ],
    [
      'an item away',
      'l:\n  - 1\n  - 2 # two\n  - 3\n',
      { op: 'remove', path: '/l/1' },
      'l:\n  - 1\n  # two\n  - 3\n',
    ],
    [
      'a flow entry away',
      'm: { a: 1, b: 2, c: 3 }\n',
      { op: 'remove', path: '/m/b' },
      'm: { a: 1, c: 3 }\n',
    ],
    [
      'the first flow entry away',
      'm: {a: 1, b: 2}\n',
      { op: 'remove', path: '/m/a' },
      'm: {b: 2}\n',
    ],
    [
      'the only flow entry away',
      'm: { a: 1 }\n',
      { op: 'remove', path: '/m/a' },
      'm: {}\n',
    ],
    [
      'what is not there away',
      'm: 1\n',
      { op: 'remove', path: '/x/y' },
      'm: 1\n',
    ],
    [
      'another document',
      'a: 1\n---\na: 1\n',
      { path: '/b', value: 2, document: 1 },
      'a: 1\n---\na: 1\nb: 2\n',
    ],
    [
      'a strange key',
      'm: {}\n',
      { path: '/m/a~1b~0 c', value: '# no' },
      'm: { "a/b~ c": "# no" }\n',
    ],
  ])('changes %s and nothing besides', (_, before, operation, after) => {
    expect(patch(before, operation)).toBe(after);
  });

  it.each<[string, Partial<DocumentOperation>]>([
    ['a: &x 1\nb: *x\n', { op: 'replace', path: '/a', value: 2 }],
    ['a: &x { y: 1 }\nb: *x\n', { path: '/b/z', value: 2 }],
    ['a: &x 1\nb: *x\n', { op: 'remove', path: '/a' }],
    ['a: 1\n', { path: '/b/c', value: 2 }],
    ['a: 1\n', { path: '/a/c', value: 2 }],
    ['l: [1]\n', { path: '/l/5', value: 2 }],
    ['l: [1]\n', { path: '/l/0', value: 2 }],
    ['l: [1]\n', { path: '/l/x', value: 2 }],
    ['a: 1\n', { path: '', value: 2 }],
    ['a: 1\n', { path: 'a', value: 2 }],
    ['a: 1\n', { path: '/a', value: 2, document: 7 }],
  ])('of %j refuses %j and says where', (content, operation) => {
    expect(() => patch(content, operation)).toThrow(
      /^.* cannot be changed by itself: change it by hand$/,
    );
  });

  it('makes its steps one after the other', () => {
    expect(
      patch(
        'm:\n  a: 1\n',
        { path: '/m/in', value: {} },
        { path: '/m/in/o', value: 1 },
        { op: 'remove', path: '/m/a' },
        { path: '/z', value: true },
      ),
    ).toBe('m:\n  in: { o: 1 }\nz: true\n');
  });
});
