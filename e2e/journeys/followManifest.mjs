import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { assertAgrees } from '../harness/assertAgrees.mjs';
import { assertShown } from '../harness/assertShown.mjs';
import { openPlan, row, startRun, tabOf } from '../harness/scorecardPage.mjs';

const name = 'adjustable-ranker';

/** What is changed in the manifest of a server is measured by the next run. */
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
  await writeFile(manifest, text.replace('maxLatency: 100', 'maxLatency: 60'));
  await adjustable.said(/now batches of 32 instances or 60 ms/);

  await visit(tabOf(name), async page => {
    const { dialog } = await openPlan(page);
    const { body: run } = await startRun(page, () =>
      dialog.getByRole('button', { name: 'Start run' }).click(),
    );
    await dialog
      .getByText('Done: Adjustable ranker')
      .waitFor({ timeout: 90_000 });

    const after = p50Of(await api.scorecard(name));
    assert.equal(after.runId, run.id);
    assert.ok(after.value > 60 && after.value < 90, `${after.value} ms`);
    const report = await api.get(`/reports/${after.reportId}`);
    await assertAgrees(report, servers[name]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    assertShown(await row(page, after.title).textContent(), after);
  });
}

function p50Of({ outcomes }) {
  return outcomes.find(({ checkId }) => checkId === 'inference-latency-p50');
}
