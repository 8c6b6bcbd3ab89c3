import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFromForm } from '../harness/createPage.mjs';
import { inspectPage } from '../harness/inspectPage.mjs';
import { requestsOfRun } from '../harness/requestLog.mjs';
import { header, tabOf } from '../harness/scorecardPage.mjs';
import { until } from '../harness/until.mjs';

const name = 'fresh-ranker';

/** The empty template makes a new service: its files, its entity, a server that answers, and a first report. */
export async function goldenPath({ api, portal, published, visit }) {
  await visit('/create/templates/default/inference-service', async page => {
    const fill = async () => {
      const box = page.getByRole('textbox', { name: 'Name', exact: true });
      await box.fill(name);
      await page
        .getByRole('textbox', { name: /^Owner/ })
        .fill('group:default/team-search');
      await page
        .getByRole('textbox', { name: /^Storage address/ })
        .fill('s3://models/iris.onnx');
      await page.getByText(`Preview: ${name}/inference-service.yaml`).waitFor();
    };
    assert.deepEqual(await inspectPage(page, 'golden-path', fill), []);
    // The frame is drawn anew after the last theme.
    await fill();
    await createFromForm(page);
  });
  const publishedAt = Date.now();

  const files = await readdir(join(published, name));
  assert.ok(files.includes('inference-service.yaml'), files.join(', '));
  assert.ok(files.includes('catalog-info.yaml'), files.join(', '));

  // The entity provider of the demo reads the folder every few seconds.
  await until(
    `the entity ${name}`,
    () => api.scorecard(name).catch(() => undefined),
    card => card !== undefined,
    30,
  );
  const card = await api.measured(name, 90);
  const seconds = (Date.now() - publishedAt) / 1000;
  assert.ok(seconds < 90, `first report after ${seconds} s`);
  const report = await api.get(`/reports/${card.latestReportId}`);
  assert.equal(report.run.trigger, 'schedule');
  assert.equal(report.fingerprint.deployment.name, name);
  const log = await requestsOfRun(portal.publishedUrl, report.run.id);
  assert.ok(log.length > 100, `${log.length} requests at the server`);

  await visit(tabOf(name), page =>
    header(page).getByText(`Score ${card.score} of 100`).waitFor(),
  );
}
