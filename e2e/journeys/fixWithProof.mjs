import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertAgrees } from '../harness/assertAgrees.mjs';
import { createFromForm } from '../harness/createPage.mjs';
import { measuredExperiment, seenByServer } from '../harness/experiments.mjs';
import { inspectPage } from '../harness/inspectPage.mjs';
import { row, tabOf } from '../harness/scorecardPage.mjs';

const name = 'sluggish-ranker';
const checkId = 'inference-latency-p50';

/** From the failing check to the change that is measured again; the server's own log says whether it helped. */
export async function fixWithProof({ api, servers, published, visit }) {
  const { outcomes } = await api.calm(name);
  const failing = outcomes.find(outcome => outcome.checkId === checkId);
  assert.equal(failing.status, 'fail');
  const file = join(published, name, 'inference-service.yaml');
  const before = await readFile(file, 'utf8');
  assert.match(before, /maxLatency: 100/);

  await visit(tabOf(name), async page => {
    await open(row(page, failing.title));
    await page
      .getByRole('heading', { name: 'Why it misses' })
      .first()
      .waitFor();
    const fix = page.getByRole('link', { name: /^Fix this: / }).first();
    await fix.click();
    await page.waitForURL(/\/create\/templates\/default\/inference-service/);
    const form = page.getByRole('article', { name: 'Computed values' });
    await form.getByText('maxLatency').first().waitFor();
    assert.deepEqual(
      await inspectPage(page, 'fix-form', async () => {
        await form.getByText('maxLatency').first().waitFor();
      }),
      [],
    );
    const performance = await createFromForm(page);
    await performance.click();
    await page.waitForURL(`**${tabOf(name)}`);

    const experiment = await measuredExperiment(api, name);
    const after = await readFile(file, 'utf8');
    assert.notEqual(after, before);
    assert.match(after, /^# The service of the demo that is slow/, 'comments');

    const seen = await seenByServer(api, servers[name], experiment);
    await assertAgrees(seen.after.report, servers[name]);
    const { lower, upper } = experiment.expected;
    assert.ok(seen.before.p50 > 100, `${seen.before.p50} ms before`);
    assert.ok(seen.after.p50 < 50, `${seen.after.p50} ms after`);
    // Better than promised is said only where the server was.
    const verdict = seen.after.p50 < lower - 1 ? 'exceeded' : 'kept';
    assert.ok(seen.after.p50 <= upper, `${seen.after.p50} of ${upper} ms`);
    assert.equal(experiment.verdict, verdict, JSON.stringify(experiment));

    const word = verdict === 'kept' ? 'Kept' : 'Exceeded';
    const section = page.getByRole('article', { name: 'Experiments' });
    await section.getByText(word, { exact: true }).first().waitFor();
    assert.deepEqual(
      await inspectPage(page, 'tab-experiment', async () => {
        await section.getByText(word, { exact: true }).first().waitFor();
      }),
      [],
    );
  });
  await visit(await comparison(api), page =>
    page.getByRole('heading', { name: 'Comparison' }).first().waitFor(),
  );
}

async function comparison(api) {
  const { baseReportId, candidateReportId } = await measuredExperiment(
    api,
    name,
  );
  return `/performance/compare/${baseReportId}/${candidateReportId}`;
}

async function open(line) {
  await line.waitFor();
  if ((await line.getAttribute('aria-expanded')) === 'false')
    await line.click();
}
