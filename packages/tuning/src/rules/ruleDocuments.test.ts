import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyFixes } from '../manifest/applyFixes';
import { correctedForms } from './__testUtils__/correctedForms';
import { exampleOf, guideSnippets, pageOf } from './__testUtils__/examples';
import { rules } from '.';
import { lintManifests } from './lintManifests';

const root = resolve(__dirname, '../..');
const idsOf = (content: string) =>
  lintManifests({ files: [{ file: 'example.yaml', content }] }).findings.map(
    ({ ruleId }) => ruleId,
  );
const fileOf = (id: string) =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What the field's facts say of each: severity, fix, item of the guide. */
const facts = [
  ['kserve-deployment-mode-implicit', 'warning', true, 'Resource Allocation'],
  ['hpa-target-not-scalable', 'error', true, 'Autoscaling Configuration'],
  [
    'kserve-batcher-annotations-ignored',
    'error',
    true,
    'Batching Configuration',
  ],
  ['batcher-requires-v1', 'error', false, 'Batching Configuration'],
  ['batcher-latency-exceeds-target', 'error', true, 'Batching Configuration'],
  ['batcher-never-fills', 'warning', false, 'Batching Configuration'],
  ['netpol-selects-nothing', 'error', true, 'Network Policies'],
  ['netpol-port-mismatch', 'error', true, 'Network Policies'],
];

describe('the rules', () => {
  it('are as severe as the facts say, and stand in the order of the guide', () => {
    expect(
      rules.map(({ id, severity, fixable, guide }) => [
        id,
        severity,
        fixable,
        guide,
      ]),
    ).toEqual(facts);
  });

  it('are each one file, one table test, one page and one line of the README', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    const pages = readdirSync(resolve(root, 'docs/rules')).sort();
    expect(pages).toEqual(ids.map(id => `${id}.md`).sort());
    const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
    for (const id of ids) {
      expect(existsSync(resolve(__dirname, `${fileOf(id)}.ts`))).toBe(true);
      expect(existsSync(resolve(__dirname, `${fileOf(id)}.test.ts`))).toBe(
        true,
      );
      expect(readme).toContain(`[${id}](docs/rules/${id}.md)`);
    }
  });

  it.each(rules)('say on the page of $id what they are', rule => {
    const page = pageOf(rule);
    expect(page.startsWith(`# ${rule.title}\n`)).toBe(true);
    expect(page).toContain(
      `Rule \`${rule.id}\`, ${rule.severity}, ${
        rule.fixable ? 'with a fix' : 'no fix'
      }`,
    );
    expect(page).toMatch(/^## What is wrong$[^]*^## What to do$/m);
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to);
    expect(
      links.filter(to => !rules.some(({ id }) => to === `${id}.md`)),
    ).toEqual([]);
  });

  it.each(rules)(
    'find in the bad example of $id that alone, and nothing in the good one',
    rule => {
      expect(idsOf(exampleOf(rule, 'Bad'))).toEqual([rule.id]);
      expect(idsOf(exampleOf(rule, 'Good'))).toEqual([]);
    },
  );

  it.each(guideSnippets)(
    "find in the guide's $section what does not work there, and mend it",
    ({ content, ruleIds }) => {
      const files = [{ file: 'guide.yaml', content }];
      const { findings } = lintManifests({ files });
      expect(findings.map(({ ruleId }) => ruleId)).toEqual(ruleIds);
      const [{ content: mended }] = applyFixes(files, findings);
      expect(idsOf(mended)).toEqual([]);
    },
  );

  it.each(correctedForms)(
    'find nothing in the corrected form of $item',
    ({ content }) => {
      expect(idsOf(content)).toEqual([]);
    },
  );
});
