import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { remedies } from './index';

const folder = resolve(__dirname, '../../docs/remedies');

describe('the pages of the remedies', () => {
  it('are one for each check that has a remedy and none besides', () => {
    expect(readdirSync(folder).sort()).toEqual(
      remedies.map(({ checkId }) => `${checkId}.md`).sort(),
    );
  });

  it.each(remedies)('tell of every proposal of $checkId', remedy => {
    const page = readFileSync(resolve(folder, `${remedy.checkId}.md`), 'utf8');
    expect(page).toContain(`Check \`${remedy.checkId}\``);
    for (const { id } of remedy.proposals) expect(page).toContain(`\`${id}\``);
  });
});
