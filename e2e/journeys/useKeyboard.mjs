import assert from 'node:assert/strict';
import { header, row, tabOf } from '../harness/scorecardPage.mjs';

/** Everything on the tab can be reached and used with the keyboard alone. */
export async function useKeyboard({ api, visit }) {
  const { outcomes } = await api.measured('iris-classifier');
  const [passed] = outcomes.filter(({ status }) => status === 'pass');
  await visit(tabOf('iris-classifier'), async page => {
    const line = row(page, passed.title);
    await line.waitFor();
    assert.equal(await line.getAttribute('aria-expanded'), 'false');
    await tabTo(page, line);
    assert.notEqual(
      await line.evaluate(node => getComputedStyle(node).outlineStyle),
      'none',
      'the focus is seen',
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      node => node.getAttribute('aria-expanded') === 'true',
      await line.elementHandle(),
    );
    await page
      .getByRole('heading', { name: 'Why it matters' })
      .first()
      .waitFor();

    const numbers = page.getByText('Show the numbers').first();
    await numbers.waitFor();
    await tabTo(page, numbers);
    await page.keyboard.press('Enter');
    await page.getByRole('table').first().waitFor();

    const run = header(page).getByRole('button', { name: 'Run now' });
    await tabTo(page, run, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const start = dialog.getByRole('button', { name: 'Start run' });
    await page.waitForFunction(
      () => document.activeElement?.textContent?.trim() === 'Start run',
    );
    assert.ok(await start.isEnabled());
    await tabTo(page, start);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForFunction(
      () => document.activeElement?.textContent?.trim() === 'Run now',
    );
  });
}

/** Presses a key until an element has the focus, for once around the page at most. */
async function tabTo(page, element, key = 'Tab') {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(key);
    const isThere = await element.evaluate(
      node => node === document.activeElement,
    );
    if (isThere) return;
  }
  throw new Error(`${key} never reaches ${element}`);
}
