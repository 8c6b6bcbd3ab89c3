import type { Finding } from '@dynoscope/scorecard';
import * as fc from 'fast-check';
import { applyFixes } from '../manifest/applyFixes';
import { commentsOf } from '../manifest/commentsOf';
import type { SourceFile } from '../manifest/manifest';
import { patchData } from '../manifest/patchData';
import { exampleOf, guideSnippets } from './__testUtils__/examples';
import { objectsOf, restyle, styles } from './__testUtils__/restyle';
import { rules } from '.';
import { lintManifests } from './lintManifests';

jest.setTimeout(60_000); // machines that test are often busy

const lint = (files: SourceFile[]) => lintManifests({ files }).findings;
const essence = (findings: Finding[]) =>
  findings
    .map(({ ruleId, severity, fixable, object, related = [] }) =>
      [ruleId, severity, fixable, object?.kind, related.length].join(' '),
    )
    .sort();
const one = (content: string) => [{ file: 'manifest.yaml', content }];

const bad = [
  ...rules.map(rule => ({ title: rule.id, content: exampleOf(rule, 'Bad') })),
  ...guideSnippets.map(({ section, content }) => ({ title: section, content })),
];

function expectFaithful(
  before: SourceFile,
  after: SourceFile,
  findings: Finding[],
) {
  const data = objectsOf(before.content);
  for (const { file, fix } of findings) {
    if (!fix || file !== before.file) continue;
    for (const { op, path, value } of fix.patch) {
      const at = fix.item === undefined ? path : `/items/${fix.item}${path}`;
      data[fix.document] = patchData(data[fix.document], {
        op,
        path: at,
        value,
      });
    }
  }
  expect(objectsOf(after.content)).toEqual(data);
  const texts = ({ content }: SourceFile) =>
    commentsOf(content)
      .map(({ text }) => text)
      .sort();
  expect(texts(after)).toEqual(texts(before));
}

describe.each(bad)('what is wrong with $title', ({ content }) => {
  const expected = essence(lint(one(content)));

  it('is found in every style, order, arrangement and under every name', () => {
    fc.assert(
      fc.property(styles, style => {
        expect(essence(lint(restyle(content, style)))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('is mended by its fix, which keeps comments, touches nothing else and can be made twice', () => {
    fc.assert(
      fc.property(styles, style => {
        const files = restyle(content, style);
        const findings = lint(files);
        const mended = applyFixes(files, findings);
        files.forEach((file, index) =>
          expectFaithful(file, mended[index], findings),
        );
        expect(essence(lint(mended))).toEqual(
          essence(findings.filter(({ fixable }) => !fixable)),
        );
        expect(applyFixes(mended, findings)).toEqual(mended);
      }),
      { numRuns: 60 },
    );
  });
});

it.each(rules)('the corrected twin of $id is silent in every style', rule => {
  fc.assert(
    fc.property(styles, style => {
      expect(lint(restyle(exampleOf(rule, 'Good'), style))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
