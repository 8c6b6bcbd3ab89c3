import assert from 'node:assert/strict';
import { measuredOutcomes } from '../harness/assertShown.mjs';
import { requestsOfRun } from '../harness/requestLog.mjs';
import {
  openPlan,
  requestsShown,
  startRun,
  tabOf,
} from '../harness/scorecardPage.mjs';
import { until } from '../harness/until.mjs';

const name = 'iris-classifier';

/** A cancelled run stops sending at once and changes no outcome. */
export async function cancelRun({ api, servers, visit }) {
  const before = await api.measured(name);
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
    const [answer] = await Promise.all([
      page.waitForResponse(/\/cancel$/),
      dialog.getByRole('button', { name: 'Cancel run' }).click(),
    ]);
    const cancelledAt = Date.now();
    assert.equal(answer.status(), 200);
    await dialog.getByText('Cancelled: Iris classifier').waitFor();
    await dialog.getByText(/^Cancelled after/).waitFor();

    const ended = await api.get(`/runs/${run.id}`);
    assert.equal(ended.state, 'cancelled');
    const log = await until(
      'a server that had time for more requests',
      () => requestsOfRun(servers[name], run.id),
      () => Date.now() > cancelledAt + 3000,
    );
    assert.ok(log.length > 0);
    const late = log.filter(({ at }) => Date.parse(at) > cancelledAt + 1000);
    assert.deepEqual(late, []);
  });
  const after = await api.scorecard(name);
  assert.deepEqual(verdicts(after), verdicts(before));
}

function verdicts(scorecard) {
  return measuredOutcomes(scorecard).map(
    ({ checkId, subject, status, value, runId }) =>
      `${checkId} ${subject} ${status} ${value} ${runId}`,
  );
}
