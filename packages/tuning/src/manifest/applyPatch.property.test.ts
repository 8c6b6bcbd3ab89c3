import * as fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { applyPatch } from './applyPatch';
import { ManifestError } from './ManifestError';
import { isSame, patchData } from './patchData';
import { pointerOf } from './pointer';

jest.setTimeout(60_000); // machines that test are often busy

it('a patched text reads as the patch says, whatever the document and its style', () => {
  const key = fc.oneof(
    fc.stringMatching(/^[a-z]{1,3}$/),
    fc.constantFrom('yes', '010', 'a/b', '~', '<', 'x: y', '# c', '"', ''),
  );
  const leaf = fc.oneof(key, fc.integer(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof({ depthSize: 'small' }, leaf, tie('map'), tie('list')),
    map: fc.dictionary(key, tie('tree'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    list: fc.array(tie('tree'), { maxLength: 3 }),
  }));
  const place = fc.array(fc.oneof(key, fc.constantFrom('0', '1', '-')), {
    minLength: 1,
    maxLength: 4,
  });
  const style = fc.constantFrom<['block' | 'flow' | 'any', string]>(
    ['block', '\n'],
    ['flow', '\n'],
    ['any', '\r\n'],
  );
  let made = 0;
  fc.assert(
    fc.property(
      fc.dictionary(key, tree, {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      }),
      fc.constantFrom('add', 'replace', 'remove'),
      place,
      tree,
      style,
      (data, op, segments, value, [collectionStyle, newline]) => {
        const content = stringify(data, {
          version: '1.1',
          collectionStyle,
          aliasDuplicateObjects: false,
        }).replace(/\n/g, newline);
        const operation = {
          op,
          path: pointerOf(...segments),
          value,
          document: 0,
        };
        let after: string;
        try {
          after = applyPatch({ file: 'a.yaml', content }, [operation]);
        } catch (error) {
          if (error instanceof ManifestError) return;
          throw error;
        }
        made += 1;
        const [read] = parseAllDocuments(after, { version: '1.1' });
        expect(isSame(read.toJS(), patchData(data, operation))).toBe(true);
      },
    ),
    { numRuns: 600 },
  );
  expect(made).toBeGreaterThan(150);
});
