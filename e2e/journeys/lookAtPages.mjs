import assert from 'node:assert/strict';
import { inspectPage } from '../harness/inspectPage.mjs';
import {
  header,
  openPlan,
  requestsShown,
  row,
  tabOf,
} from '../harness/scorecardPage.mjs';
import { until } from '../harness/until.mjs';

/** Every page in light and dark, narrow and wide: nothing of ours breaks the rules of accessibility or the frame. */
export async function lookAtPages({ api, visit }) {
  const ranker = await api.measured('sluggish-ranker');
  const problems = [];
  const look = (path, name, prepare) =>
    visit(path, async page => {
      problems.push(...(await inspectPage(page, name, prepare)));
    });

  await look(
    '/catalog/default/component/sluggish-ranker',
    'overview-card',
    page => page.getByText(`Score ${ranker.score} of 100`).waitFor(),
  );
  await look(tabOf('sluggish-ranker'), 'tab-fail', async page => {
    await page
      .getByRole('img', { name: /^Latency by percentile/ })
      .first()
      .waitFor();
    await page.getByText('Show the numbers').first().click();
    await page.getByText('History of this check').first().click();
    await page.getByText('Hide the history').waitFor();
  });
  await look(tabOf('iris-classifier'), 'tab-pass', page =>
    row(page, 'P99 latency').waitFor(),
  );
  await look(tabOf('slow-box'), 'tab-no-data', page =>
    page.getByText('No latency class is known').waitFor(),
  );
  await look(tabOf('sluggish-ranker'), 'run-plan', openPlan);
  await look(tabOf('slow-box'), 'run-progress', async page => {
    await api.measured('slow-box');
    await api.post('/runs', { entityRef: 'component:default/slow-box' });
    await page.reload();
    await header(page).getByRole('button', { name: 'Show progress' }).click();
    await until(
      'progress',
      () => requestsShown(page.getByRole('dialog')),
      shown => shown > 0,
    );
  });
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
