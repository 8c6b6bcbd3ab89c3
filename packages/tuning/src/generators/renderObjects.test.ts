import * as fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { renderObjects } from './renderObjects';

const trickyTexts = [
  'yes',
  'No',
  'on',
  'null',
  '~',
  '0755',
  '1e3',
  '1_000',
  '12:30:45',
  '2026-11-24',
  '=',
  '<<',
  '# not a comment',
  'a: b',
  '- a',
  '--- a',
  '{a}',
  '[a]',
  '&a *b !c',
  '"quoted" and \'quoted\'',
  '  spaces  ',
  '%YAML 1.1',
  'über 🚗',
  '',
];

describe('rendered objects', () => {
  it.each(trickyTexts)('give back the text %j', text => {
    const content = renderObjects([{ object: { text, [text]: [text] } }]);
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(content, { version })).toEqual({ text, [text]: [text] });
    }
  });

  it('give back any object, whatever is said about it', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.dictionary(
          text.filter(key => key !== '__proto__'),
          fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text)),
          { minKeys: 1 },
        ),
        fc.string({ unit: 'binary' }),
        (fields, comment) => {
          const object = { first: 1, ...fields };
          const content = renderObjects([
            { object, header: [comment], comments: { '/first': [comment] } },
          ]);
          expect(parse(content)).toEqual(object);
        },
      ),
    );
  });

  it('cannot be left by a comment with breaks, a document mark or a byte order mark', () => {
    const comment = 'a\r\nb: c\u2028d: e\u0085f: g\n---\nkind: Secret\ufeff';
    const content = renderObjects([
      { object: { a: 1 }, header: [comment], comments: { '/a': [comment] } },
    ]);
    expect(parseAllDocuments(content)).toHaveLength(1);
    expect(parse(content)).toEqual({ a: 1 });
  });

  it('hold one document each, with comments above maps, lists and values', () => {
    const content = renderObjects([
      {
        object: { 'a/b': { c: 1 }, list: [{ d: 2 }] },
        header: ['First.'],
        comments: {
          '/a~1b': ['Map.'],
          '/a~1b/c': ['One.', 'Two.'],
          '/list/0': ['Item.'],
        },
      },
      { object: { e: 3 } },
    ]);
    expect(content).toBe(
      '# First.\n# Map.\na/b:\n  # One.\n  # Two.\n  c: 1\nlist:\n  # Item.\n  - d: 2\n---\ne: 3\n',
    );
  });

  it('refuse a comment on a field that is not there', () => {
    expect(() =>
      renderObjects([{ object: { a: {} }, comments: { '/a/b': ['?'] } }]),
    ).toThrow('There is no field /a/b');
  });
});
