import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { assertAgrees } from '../harness/assertAgrees.mjs';
import { assertShown } from '../harness/assertShown.mjs';
import { inspectPage } from '../harness/inspectPage.mjs';
import {
  openPlan,
  requestsShown,
  row,
  startRun,
  tabOf,
} from '../harness/scorecardPage.mjs';
import { until } from '../harness/until.mjs';

const name = 'adjustable-ranker';

/** What is changed in the manifest of a server is measured by the next run; the progress of it is looked at. */
export async function followManifest({
  api,
  servers,
  manifest,
  adjustable,
  visit,
}) {
  const before = p50Of(await api.measured(name, 180));
  assert.ok(before.value > 100, `${before.value} ms with 100 ms to wait`);

  const text = await readFile(manifest, 'utf8');
  assert.ok(text.includes('maxLatency: 100'));
  await writeFile(manifest, text.replace('maxLatency: 100', 'maxLatency: 30'));
  await adjustable.said(/now batches of 32 instances or 30 ms/);

  await visit(tabOf(name), async page => {
    const { dialog } = await openPlan(page);
    const { body: run } = await startRun(page, () =>
      dialog.getByRole('button', { name: 'Start run' }).click(),
    );
    await until(
      'progress',
      () => requestsShown(dialog),
      shown => shown > 0,
    );
    const problems = await inspectPage(page, 'run-progress', { widths: [400] });
    await dialog
      .getByText('Done: Adjustable ranker')
      .waitFor({ timeout: 90e3 });

    const after = p50Of(await api.scorecard(name));
    assert.equal(after.runId, run.id);
    assert.ok(after.value > 30 && after.value < 60, `${after.value} ms`);
    const report = await api.get(`/reports/${after.reportId}`);
    await assertAgrees(report, servers[name]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    assertShown(await row(page, after.title).textContent(), after);
    assert.deepEqual(problems, []);
  });
}

function p50Of({ outcomes }) {
  return outcomes.find(({ checkId }) => checkId === 'inference-latency-p50');
}
