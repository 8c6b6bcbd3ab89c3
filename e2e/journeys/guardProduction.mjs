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

  const problems = await visit(tabOf(name), async page => [
    ...(await inspectPage(page, 'not-measured-yet', () =>
      page.getByText('Not measured yet').waitFor(),
    )),
    ...(await inspectPage(page, 'run-plan-production', confirmByName)),
  ]);
  assert.deepEqual(problems, []);

  const log = await (await fetch(`${servers[name]}/__requests`)).json();
  const sent = log.filter(({ path }) => path === '/guarded');
  assert.deepEqual(sent, [], 'nothing was sent to production');
}

/** Opens the plan and types the name, without starting the run. */
async function confirmByName(page) {
  await page.getByRole('button', { name: 'Run now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Run in production/).waitFor();
  const start = dialog.getByRole('button', { name: 'Start run in production' });
  await page.waitForFunction(
    () => document.activeElement?.textContent?.trim() === 'Cancel',
  );
  assert.ok(await start.isDisabled());
  const box = dialog.getByRole('textbox');
  await box.fill('guarded-bo');
  await dialog.getByText(/ to go$/).waitFor();
  assert.ok(await start.isDisabled());
  await box.fill(name);
  await dialog.getByText('The name matches.').waitFor();
  assert.ok(await start.isEnabled());
}
