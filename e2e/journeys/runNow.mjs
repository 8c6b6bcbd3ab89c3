import assert from 'node:assert/strict';
import { assertAgrees } from '../harness/assertAgrees.mjs';
import { assertShown, measuredOutcomes } from '../harness/assertShown.mjs';
import { requestsOfRun } from '../harness/requestLog.mjs';
import {
  header,
  openPlan,
  requestsShown,
  row,
  startRun,
  tabOf,
} from '../harness/scorecardPage.mjs';
import { until } from '../harness/until.mjs';

const name = 'sluggish-ranker';

/** Plan, progress, a second reader who comes too late, and a new report without a reload. */
export async function runNow({ api, servers, visit }) {
  const before = await api.measured(name);
  await visit(tabOf(name), second =>
    visit(tabOf(name), async page => {
      const late = await openPlan(second);
      await page.evaluate(() => {
        window.isSamePage = true;
      });
      const { dialog, plan } = await openPlan(page);
      await assertPlanShown(dialog, plan);

      const started = await startRun(page, () =>
        dialog.getByRole('button', { name: 'Start run' }).click(),
      );
      assert.equal(started.status, 202);
      const run = started.body;
      assert.equal(run.plan.id, plan.id);
      await assertIsBusy({ api, second, late, run });

      const seen = await follow({ dialog, second: late.dialog, run, servers });
      assert.ok(seen.size >= 4, `progress at ${[...seen].join(', ')}`);
      for (const each of [dialog, late.dialog]) {
        await each.getByText('Done: Sluggish ranker').waitFor();
      }

      const { reportId } = await api.get(`/runs/${run.id}`);
      assert.notEqual(reportId, before.latestReportId);
      const report = await api.get(`/reports/${reportId}`);
      assert.deepEqual(report.plan, run.plan);
      await assertAgrees(report, servers[name]);

      await dialog.getByRole('button', { name: 'Close' }).last().click();
      const link = header(page).getByRole('link', { name: 'Open report' });
      await until(
        'the link to the new report',
        () => link.getAttribute('href'),
        href => href === `/performance/reports/${reportId}`,
      );
      for (const outcome of measuredOutcomes(await api.scorecard(name))) {
        assert.equal(outcome.reportId, reportId);
        assertShown(await row(page, outcome.title).textContent(), outcome);
      }
      assert.ok(await page.evaluate(() => window.isSamePage), 'no reload');
    }),
  );
}

async function assertPlanShown(dialog, { probes: [{ address, max }] }) {
  const shown = (await dialog.innerText()).replace(/\s+/g, ' ');
  for (const part of [
    address,
    `at most ${max.seconds} s`,
    `at most ${max.requests.toLocaleString('en-US')} requests`,
    `${max.rate} req/s at most`,
    `${max.connections} connections`,
    `0:${max.seconds}`,
  ]) {
    assert.ok(shown.includes(part), `"${part}" in "${shown}"`);
  }
}

/** One target has one run at a time: who comes later is told so and led to it. */
async function assertIsBusy({ api, second, late, run }) {
  const again = await api.post('/runs', { entityRef: run.entityRef });
  assert.equal(again.status, 409);
  assert.equal(again.body.error.code, 'busy');
  assert.equal(again.body.error.runId, run.id);

  const answer = await startRun(second, () =>
    late.dialog.getByRole('button', { name: 'Start run' }).click(),
  );
  assert.equal(answer.status, 409);
  await late.dialog.getByText('A run is already going on').waitFor();
  await late.dialog.getByRole('button', { name: 'Show progress' }).click();
  await late.dialog.getByText('Running: Sluggish ranker').waitFor();
}

/** What the pages show was always seen by the server before. */
async function follow({ dialog, second, run, servers }) {
  const seen = new Set();
  await until(
    'the end of the run',
    async () => {
      for (const each of [dialog, second]) {
        const shown = await requestsShown(each);
        const served = await requestsOfRun(servers[name], run.id);
        assert.ok(shown <= served.length, `${shown} of ${served.length}`);
        if (shown > 0) seen.add(shown);
      }
      return dialog.getByText('Done: Sluggish ranker').isVisible();
    },
    isDone => isDone,
    90,
  );
  return seen;
}
