import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { guide } from '../guide';
import { createChecks } from '.';
import { targetTable } from './targetTable';

const root = resolve(__dirname, '../..');
const checks = createChecks(guide);
const block = /(<!-- targets: [^\n]* -->\n)([\s\S]*?)(\n?<!-- \/targets -->)/;
/** A table without the spaces that Prettier aligns it with. */
const normal = (text = '') =>
  text.trim().replace(/ +/g, ' ').replace(/-{3,}/g, '---');

/** `UPDATE_DOCS=1 yarn test checkDocuments` writes the tables anew. */
const update = Boolean(process.env.UPDATE_DOCS);

describe('the pages of the checks', () => {
  it('are one for each check and none besides', () => {
    const pages = readdirSync(resolve(root, 'docs/checks')).sort();
    expect(pages).toEqual(checks.map(({ id }) => `${id}.md`).sort());
  });

  it.each(checks)(
    'tell of $id: what, target, verdict and what to do',
    check => {
      const path = resolve(root, check.doc);
      const page = readFileSync(path, 'utf8');
      const table = targetTable(check, guide);
      if (update) {
        writeFileSync(path, page.replace(block, `$1\n${table}\n\n$3`));
      }
      const current = update ? readFileSync(path, 'utf8') : page;
      expect(normal(block.exec(current)?.[2])).toBe(normal(table));
      expect(current.match(/^## .*$/gm)).toEqual([
        '## What is measured',
        '## Target',
        '## Verdict',
        '## What to do about a miss',
      ]);
      expect(current).toContain(`Check \`${check.id}\``);
    },
  );

  it('link only to each other', () => {
    const links = checks.flatMap(({ doc }) =>
      [
        ...readFileSync(resolve(root, doc), 'utf8').matchAll(/\]\(([^)]+)\)/g),
      ].map(([, target]) => target),
    );
    expect(links.length).toBeGreaterThan(0);
    const pages = checks.map(({ id }) => `${id}.md`);
    expect(links.filter(link => !pages.includes(link))).toEqual([]);
  });
});
