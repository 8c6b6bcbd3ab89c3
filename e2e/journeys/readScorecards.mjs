import assert from 'node:assert/strict';
import { assertAgrees } from '../harness/assertAgrees.mjs';
import { assertShown, measuredOutcomes } from '../harness/assertShown.mjs';
import { header, row, tabOf } from '../harness/scorecardPage.mjs';

/** The first scheduled runs: card, tab, API and the servers' own logs say the same. */
export async function readScorecards({ api, servers, visit }) {
  const ranker = await api.calm('sluggish-ranker', 120);
  const [p50, p99] = [outcome(ranker, 'p50'), outcome(ranker, 'p99')];
  assert.ok(p50.value > 100, `P50 ${p50.value} ms waits for a batch`);
  assert.deepEqual([p50.status, p99.status], ['fail', 'fail']);

  const iris = await api.calm('iris-classifier', 120);
  // Met with little to spare is met: a busy machine delays one in a hundred.
  assert.deepEqual(
    measuredOutcomes(iris).map(({ checkId, status }) => [
      checkId,
      status === 'warn' ? 'pass' : status,
    ]),
    [
      ['inference-latency-p50', 'pass'],
      ['inference-latency-p99', 'pass'],
      ['inference-throughput', 'pass'],
      ['inference-error-rate', 'pass'],
    ],
  );

  for (const [name, scorecard] of Object.entries({
    'sluggish-ranker': ranker,
    'iris-classifier': iris,
  })) {
    const outcomes = measuredOutcomes(scorecard);
    const report = await api.get(`/reports/${scorecard.latestReportId}`);
    const { items } = await api.get(
      `/entities/component/default/${name}/reports`,
    );
    assert.equal(items.at(-1).trigger, 'schedule');
    await assertAgrees(report, servers[name]);

    await visit(`/catalog/default/component/${name}`, async page => {
      const card = page.getByRole('article').filter({
        has: page.getByRole('heading', { name: 'Performance', exact: true }),
      });
      await card.getByText(`Score ${scorecard.score} of 100`).waitFor();
      for (const each of outcomes) {
        const line = card.getByRole('listitem').filter({ hasText: each.title });
        assertShown(await line.innerText(), each);
      }
      await card.getByRole('link', { name: 'Show all' }).click();
      await header(page).waitFor();
      assert.equal(new URL(page.url()).pathname, tabOf(name));
      await header(page).getByText(`Score ${scorecard.score} of 100`).waitFor();
      for (const each of outcomes) {
        assertShown(await row(page, each.title).textContent(), each);
      }
    });
  }
}

function outcome({ outcomes }, statistic) {
  return outcomes.find(
    ({ checkId }) => checkId === `inference-latency-${statistic}`,
  );
}
