import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import { results } from './folders.mjs';
import { settled } from './settled.mjs';

const widths = [320, 400, 1280, 1600];
const drawn = [400, 1280];

/**
 * Looks at a page in light and dark: axe, overflow to the side at four widths, screenshots at two.
 *
 * @param prepare brings the page into the state to look at; the frame is drawn anew with each theme
 * @returns what is wrong with what Dynoscope draws, in words; Backstage's own frame is not judged
 */
export async function inspectPage(page, name, prepare) {
  const problems = [];
  const before = page.viewportSize();
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`[data-theme-mode=${theme}]`).first().waitFor();
    await prepare(page);
    await settled(page);
    for (const violation of await violations(page)) {
      problems.push(`${name}, ${theme}: ${violation}`);
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      for (const element of await overflowing(page)) {
        problems.push(`${name}, ${theme}, ${width} px: too wide: ${element}`);
      }
      if (drawn.includes(width)) {
        const path = join(results, `${name}-${theme}-${width}.png`);
        // A dialog fills the window, whatever is behind it.
        const fullPage = (await page.getByRole('dialog').count()) === 0;
        await page.screenshot({ path, fullPage });
      }
    }
    await page.setViewportSize(before);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return problems;
}

async function violations(page) {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const problems = [];
  for (const { id, help, nodes } of found.violations) {
    for (const { target, failureSummary } of nodes) {
      const selector = target.flat().join(' ');
      if (await page.locator(selector).first().evaluate(isOurs)) {
        problems.push(`${id} (${help}) at ${selector}: ${failureSummary}`);
      }
    }
  }
  return problems;
}

/** Ours stick out of the window without a scrolling box around them. */
function overflowing(page) {
  return page.evaluate(() => {
    const ours = element =>
      getComputedStyle(element).getPropertyValue('--dynoscope-pass') !== '';
    const isContained = element => {
      for (
        let box = element.parentElement;
        box && box !== document.body;
        box = box.parentElement
      ) {
        const isBox = getComputedStyle(box).overflowX !== 'visible';
        if (isBox && box.getBoundingClientRect().right <= innerWidth + 1) {
          return true;
        }
      }
      return false;
    };
    return [...document.body.querySelectorAll('*')]
      .filter(element => {
        const { width, right } = element.getBoundingClientRect();
        return width > 1 && right > innerWidth + 1;
      })
      .filter(element => ours(element) && !isContained(element))
      .slice(0, 5)
      .map(element => element.outerHTML.slice(0, 200));
  });
}

/** The plugin's tokens are set on all that it draws, dialogs too, and nowhere else. */
function isOurs(element) {
  return getComputedStyle(element).getPropertyValue('--dynoscope-pass') !== '';
}
