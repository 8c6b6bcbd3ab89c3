import assert from 'node:assert/strict';
import { inspectPage } from '../harness/inspectPage.mjs';
import { requestsOfRun } from '../harness/requestLog.mjs';
import { tabOf } from '../harness/scorecardPage.mjs';
import { until } from '../harness/until.mjs';

const name = 'iris-classifier';
const entityRef = `component:default/${name}`;

/** The kill switch stops what goes on, lets nothing start, and the pages say so. */
export async function switchOff({ api, servers, setEnabled, visit }) {
  const { body: run } = await api.post('/runs', { entityRef });
  const log = () => requestsOfRun(servers[name], run.id);
  await until('requests', log, requests => requests.length > 20);

  setEnabled(false);
  const ended = await api.until(
    `/runs/${run.id}`,
    ({ state }) => !['queued', 'running', 'cancelling'].includes(state),
  );
  const offAt = Date.now();
  assert.equal(ended.state, 'cancelled');
  assert.equal(ended.error.code, 'killed');

  const refused = await api.post('/runs', { entityRef });
  assert.equal(refused.status, 503);
  assert.equal(refused.body.error.code, 'killed');

  await visit(tabOf(name), async page => {
    const problems = await inspectPage(page, 'tab-paused', () =>
      page.getByText('Runs are switched off by the operator.').waitFor(),
    );
    const runNow = page.getByRole('button', { name: 'Run now' });
    assert.equal(await runNow.count(), 0);
    assert.deepEqual(problems, []);
  });

  for (const url of new Set(Object.values(servers))) {
    const requests = await (await fetch(`${url}/__requests`)).json();
    const late = requests.filter(
      ({ at, runId }) => runId && Date.parse(at) > offAt,
    );
    assert.deepEqual(late, [], url);
  }
  assert.equal((await api.scorecard(name)).enabled, false);
}
