import assert from 'node:assert/strict';
import { inspectPage } from '../harness/inspectPage.mjs';
import { tabOf } from '../harness/scorecardPage.mjs';

const name = 'guarded-box';

/** Production is not measured by the schedule, and by a person only who types its name. */
export async function guardProduction({ api, servers, visit }) {
  const scorecard = await api.scorecard(name);
  assert.equal(scorecard.environment, 'production');
  assert.equal(scorecard.empty, 'not-measured-yet');

  const entityRef = `component:default/${name}`;
  for (const confirm of [undefined, 'another-name']) {
    const refused = await api.post('/runs', { entityRef, confirm });
    assert.equal(refused.status, 400, JSON.stringify(refused.body));
    assert.equal(refused.body.error.code, 'production-not-confirmed');
  }

  await visit(tabOf(name), async page => {
    await page.getByText('Not measured yet').waitFor();
    const problems = await inspectPage(page, 'not-measured-yet');
    await page.getByRole('button', { name: 'Run now' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Run in production/).waitFor();
    const start = dialog.getByRole('button', {
      name: 'Start run in production',
    });
    assert.ok(await start.isDisabled());
    const cancel = dialog.getByRole('button', { name: 'Cancel', exact: true });
    assert.ok(await hasFocus(cancel), 'the safe button has the focus');
    const box = dialog.getByRole('textbox');
    await box.fill('guarded-bo');
    assert.ok(await start.isDisabled());
    await box.fill(name);
    await dialog.getByText('The name matches.').waitFor();
    assert.ok(await start.isEnabled());
    problems.push(...(await inspectPage(page, 'run-plan-production')));
    await cancel.click();
    assert.deepEqual(problems, []);
  });

  const log = await (await fetch(`${servers[name]}/__requests`)).json();
  assert.deepEqual(
    log.filter(({ path }) => path === '/guarded'),
    [],
    'nothing was sent to production',
  );
}

function hasFocus(element) {
  return element.evaluate(node => node === document.activeElement);
}
