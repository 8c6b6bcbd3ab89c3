import assert from 'node:assert/strict';
import { inspectPage } from '../harness/inspectPage.mjs';
import { header, openPlan, row, tabOf } from '../harness/scorecardPage.mjs';

/** Every page in light and dark, narrow and wide: nothing of ours breaks the rules of accessibility or the frame. */
export async function lookAtPages({ api, visit }) {
  const ranker = await api.measured('sluggish-ranker');
  const problems = [];
  const look = (path, name, isThere) =>
    visit(path, async page => {
      await isThere(page);
      problems.push(...(await inspectPage(page, name)));
    });

  await look(
    '/catalog/default/component/sluggish-ranker',
    'overview-card',
    page => page.getByText(`Score ${ranker.score} of 100`).waitFor(),
  );
  await look(tabOf('sluggish-ranker'), 'tab-fail', async page => {
    await row(page, 'Error rate').click();
    await page
      .getByRole('img', { name: /^Latency by percentile/ })
      .first()
      .waitFor();
    await page.getByText('Show the numbers').first().click();
    await page.getByText('History of this check').first().click();
    await page.getByText('Hide the history').waitFor();
  });
  await look(tabOf('iris-classifier'), 'tab-pass', page =>
    header(page).waitFor(),
  );
  await look(tabOf('sluggish-ranker'), 'run-plan', openPlan);
  await look(
    `/performance/reports/${ranker.latestReportId}`,
    'report',
    async page => {
      await page.getByText('How the score is made').click();
      await page.getByRole('table', { name: 'Measurements' }).waitFor();
    },
  );
  await look('/performance', 'performance-page', page =>
    page.getByText('Memory growth').waitFor(),
  );
  await look(tabOf('unmeasured-service'), 'nothing-to-measure', page =>
    page.getByText('Nothing to measure').waitFor(),
  );
  await look('/performance/reports/unknown', 'unknown-report', page =>
    page.getByText('You may not read performance reports here').waitFor(),
  );
  assert.deepEqual(problems, []);
}
