import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { measuredExperiment, seenByServer } from '../harness/experiments.mjs';
import { runTemplate } from '../harness/runTemplate.mjs';
import { tabOf } from '../harness/scorecardPage.mjs';
import { until } from '../harness/until.mjs';

const name = 'adjustable-ranker';

/** A change that does nothing is never said to have kept its promise; one for the worse is missed, and can be undone. */
export async function plantChanges(stage) {
  const { api, manifest, visit } = stage;
  const wait = Number(/maxLatency: (\d+)/.exec(await readFile(manifest))[1]);
  const unchanged = await measure(stage, wait);
  assert.ok(
    ['missed', 'unclear'].includes(unchanged.verdict),
    JSON.stringify(unchanged.experiment),
  );
  assert.ok(
    Math.abs(unchanged.after - unchanged.before) < 20,
    `${unchanged.before} to ${unchanged.after} ms`,
  );

  const kept = await readFile(manifest);
  const worse = await measure(stage, wait + 40);
  assert.equal(worse.verdict, 'missed', JSON.stringify(worse.experiment));
  assert.ok(
    worse.after > worse.before + 20,
    `${worse.before} to ${worse.after} ms`,
  );
  assert.notDeepEqual(await readFile(manifest), kept);

  await visit(tabOf(name), async page => {
    const section = page.getByRole('article', { name: 'Experiments' });
    await section
      .getByRole('button', { name: /^Show / })
      .first()
      .click();
    await page
      .getByRole('button', { name: 'Undo', exact: true })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Undo the change' })
      .click();
    await page
      .getByText(/^Undone /)
      .first()
      .waitFor();
  });
  assert.deepEqual(await readFile(manifest), kept, 'byte for byte');
  const { undo } = await api.get(`/experiments/${worse.experiment.id}`);
  assert.ok(undo.undoneAt);
}

/** Publishes a change under the promise of the newest report, and gives what came of it. */
async function measure({ api, portal, servers }, maxLatency) {
  const { latestReportId: reportId } = await api.measured(name, 180);
  const path = `/entities/component/default/${name}/experiments`;
  const { items: earlier } = await api.get(path);
  await runTemplate(portal.backendUrl, 'planted-change', {
    maxLatency,
    reportId,
  });
  await until(
    'the experiment',
    () => api.get(path),
    ({ items }) => items.length > earlier.length,
  );
  const experiment = await measuredExperiment(api, name);
  assert.equal(experiment.baseReportId, reportId);
  const seen = await seenByServer(api, servers[name], experiment);
  return {
    experiment,
    verdict: experiment.verdict,
    before: seen.before.p50,
    after: seen.after.p50,
  };
}
