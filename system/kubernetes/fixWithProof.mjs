import assert from 'node:assert/strict';
import { measuredExperiment } from '../../e2e/harness/experiments.mjs';

const entityRef = 'component:default/ranker';
const checkId = 'inference-latency-p50';
const generator = 'inference-service';

/**
 * The guide's batcher misses the guide's own target; what the remedy says is applied, rolled out, measured again, and
 * comes out as promised.
 *
 * @param say takes the figures, line by line
 */
export async function fixWithProof({ cluster, api, say }) {
  await api.post('/runs', { entityRef });
  const { latestReportId: reportId } = await api.calm('ranker', 90);
  const report = await api.get(`/reports/${reportId}`);
  const before = p50Of(report);
  assert.ok(before.value > 100, `P50 ${before.value} ms behind 100 ms to wait`);
  assert.equal(missed(report).status, 'fail');
  assert.deepEqual(report.fingerprint.deployment.batcher, {
    maxBatchSize: 32,
    maxLatency: 100,
  });

  const { status, body: generated } = await api.post(`/generate/${generator}`, {
    reportId,
    checkId,
  });
  assert.equal(status, 200, JSON.stringify(generated));
  const { expected } = generated.remedy;
  const [{ content }] = generated.files;
  const podBefore = await podName(cluster);
  await cluster.apply(content);

  // Nobody waits for the rollout here: to do so is the portal's business.
  const created = await api.post('/experiments', {
    reportId,
    checkId,
    change: { kind: 'manual', reference: 'kubectl apply' },
  });
  assert.ok(created.status < 300, JSON.stringify(created.body));
  const experiment = await measuredExperiment(api, 'ranker');
  assert.equal(experiment.id, created.body.id);
  const after = await api.get(`/reports/${experiment.candidateReportId}`);

  say(`before: P50 ${figures(before)}, ${throughput(report)}`);
  say(
    `remedy: ${generated.remedy.id}, ${generated.values
      .map(({ path, was, value }) => `${path} ${was} → ${value}`)
      .join(', ')}`,
  );
  say(`promised: P50 ${expected.lower} to ${expected.upper} ms`);
  say(`after: P50 ${figures(p50Of(after))}, ${throughput(after)}`);
  say(`verdict: ${experiment.verdict}: ${experiment.reasons.join(' ')}`);

  assert.notEqual(await podName(cluster), podBefore, 'a new pod serves');
  assert.equal(experiment.verdict, 'kept', JSON.stringify(experiment));
  assert.deepEqual(after.plan.probes, report.plan.probes);
  assert.equal(after.run.trigger, 'experiment');
  const { batcher } = after.fingerprint.deployment;
  for (const { path, value } of generated.values) {
    assert.equal(batcher[path.split('/').at(-1)], value, path);
  }
  assert.ok(p50Of(after).value < 50, 'the target of the guide');
}

function missed({ outcomes }) {
  return outcomes.find(outcome => outcome.checkId === checkId);
}

function p50Of({ measurements }) {
  return measurements.find(
    ({ metric, statistic }) =>
      metric === 'inference.latency' && statistic === 'p50',
  );
}

function figures({ value, interval }) {
  return `${value.toFixed(1)} ms (${interval.lower.toFixed(
    1,
  )} to ${interval.upper.toFixed(1)})`;
}

function throughput({ measurements }) {
  const { value } = measurements.find(
    ({ metric }) => metric === 'inference.capacity',
  );
  return `${value.toFixed(0)} requests/s`;
}

/** The one pod that is meant to stay. */
async function podName(cluster) {
  const { items } = await cluster.get(
    'pods',
    ...['--selector', 'serving.kserve.io/inferenceservice=ranker'],
  );
  const staying = items.filter(({ metadata }) => !metadata.deletionTimestamp);
  assert.equal(staying.length, 1);
  return staying[0].metadata.name;
}
