import * as fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import type { SourceFile } from '../../manifest/manifest';

type Plain = unknown;

/** Everything about a manifest that no rule may depend on. */
export interface Style {
  seed: number;
  form: 'block' | 'flow' | 'mixed' | 'json' | 'pretty-json';
  quotes: 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';
  indent: 2 | 4;
  together: 'one file' | 'split' | 'list';
  reversed: boolean;
  newline: '\n' | '\r\n';
  name?: string;
  extra: boolean;
}

export const styles: fc.Arbitrary<Style> = fc.record({
  seed: fc.nat(),
  form: fc.constantFrom('block', 'flow', 'mixed', 'json', 'pretty-json'),
  quotes: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  indent: fc.constantFrom(2, 4),
  together: fc.constantFrom('one file', 'split', 'list'),
  reversed: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  name: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/), {
    nil: undefined,
  }),
  extra: fc.boolean(),
});

/** The objects of a text of YAML. */
export function objectsOf(content: string): Plain[] {
  return parseAllDocuments(content).map(each => each.toJS());
}

function change(value: Plain, style: Style, names: Map<string, string>): Plain {
  let state = style.seed;
  const dice = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  const walk = (each: Plain): Plain => {
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each === 'string') return names.get(each) ?? each;
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each)
        .map(entry => ({ entry, at: dice() }))
        .sort((one, other) => one.at - other.at)
        .map(({ entry: [key, inner] }) => [key, walk(inner)]),
    );
  };
  return walk(value);
}

function addExtra(object: any): Plain {
  return {
    ...object,
    metadata: { ...object.metadata, uid: '0-1', finalizers: ['a/b', '# none'] },
    spec: {
      ...object.spec,
      somethingNew: { list: [1, { deep: null }], on: 'yes' },
    },
    status: { note: 'kind: InferenceService' },
  };
}

function write(object: Plain, { form, quotes, indent }: Style): string {
  if (form === 'json') return `${JSON.stringify(object)}\n`;
  if (form === 'pretty-json')
    return `${JSON.stringify(object, undefined, indent)}\n`;
  const text = stringify(object, {
    version: '1.1',
    indent,
    lineWidth: form === 'mixed' ? 40 : 0,
    defaultStringType: quotes,
    defaultKeyType: 'PLAIN',
    collectionStyle: form === 'mixed' ? 'any' : form,
    aliasDuplicateObjects: false,
  });
  if (form !== 'block') return text;
  return text
    .split('\n')
    .map((line, index) =>
      line === ''
        ? line
        : `${line}${index % 2 ? ` # tail ${index}` : `\n  # note ${index}`}`,
    )
    .join('\n');
}

/** The same manifests in another style, and what their names became. */
export function restyle(content: string, style: Style): SourceFile[] {
  const objects = objectsOf(content);
  const names = new Map<string, string>();
  for (const { metadata } of objects as { metadata?: { name?: string } }[]) {
    const name = metadata?.name;
    if (!name || !style.name) continue;
    for (const ending of ['', '-predictor']) {
      names.set(
        `${name}${ending}`,
        `${style.name}-${(names.size / 2) | 0}${ending}`,
      );
    }
  }
  const changed = objects
    .map(each => (style.extra ? addExtra(each) : each))
    .map(each => change(each, style, names));
  if (style.reversed) changed.reverse();
  const texts =
    style.together === 'list'
      ? [write({ apiVersion: 'v1', kind: 'List', items: changed }, style)]
      : changed.map(each => write(each, style));
  const files = style.together === 'split' ? texts : [texts.join('---\n')];
  return files.map((text, index) => ({
    file: `manifest-${index}.yaml`,
    content: text.replace(/\n/g, style.newline),
  }));
}
