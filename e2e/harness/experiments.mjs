import assert from 'node:assert/strict';
import { requestsOfRun, summarize } from './requestLog.mjs';

/** The newest experiment of an entity, once it is measured; measured anew where a busy machine spoiled it, three times at most. */
export async function measuredExperiment(api, name) {
  const path = `/entities/component/default/${name}/experiments`;
  const isMeasured = ({ state }) => state === 'measured';
  const { items } = await api.until(
    path,
    list => list.items[0] && isMeasured(list.items[0]),
    150,
  );
  let [experiment] = items;
  for (let runs = 0; runs < 3 && isSpoiled(experiment); runs++) {
    const { id } = experiment;
    const again = await api.post(`/experiments/${id}/measure`, {});
    assert.ok(again.status < 300, JSON.stringify(again.body));
    experiment = await api.until(`/experiments/${id}`, isMeasured, 150);
  }
  return experiment;
}

function isSpoiled({ verdict, after }) {
  return verdict === 'unclear' && after?.validity !== 'valid';
}

/** The P50, in ms, that the server itself saw before and after, and the report of each. */
export async function seenByServer(api, serverUrl, experiment) {
  const seen = {};
  for (const [side, id] of [
    ['before', experiment.baseReportId],
    ['after', experiment.candidateReportId],
  ]) {
    const report = await api.get(`/reports/${id}`);
    const { data } = report.evidence.find(({ kind }) => kind === 'load-result');
    const log = await requestsOfRun(serverUrl, report.run.id);
    assert.ok(log.length > 0, `${side}: requests of run ${report.run.id}`);
    seen[side] = { report, ...summarize(log, data.window) };
  }
  assert.deepEqual(
    seen.after.report.plan.probes,
    seen.before.report.plan.probes,
    'the same plan before and after',
  );
  return seen;
}
