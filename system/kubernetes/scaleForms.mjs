import assert from 'node:assert/strict';
import { until } from '../../e2e/harness/until.mjs';
import { generateManifests } from './generateManifests.mjs';

/**
 * The guide's HorizontalPodAutoscaler scales nothing; each of the three generated forms does what it says.
 *
 * @param say takes what was seen, line by line
 */
export async function scaleForms({ cluster, say }) {
  await cluster.addMetrics();
  await cluster.applyFixture('guide-hpa.yaml');
  const forms = ['hpa', 'external', 'keda'].map(form => ({
    options: optionsOf(form),
    versions: { kserve: '0.20' },
  }));
  await cluster.apply((await generateManifests(forms)).join('\n---\n'));

  const guide = await condition(cluster, 'inference-hpa', 'AbleToScale');
  say(`the guide's HPA: ${guide.status}, ${guide.reason}: ${guide.message}`);
  assert.deepEqual([guide.status, guide.reason], ['False', 'FailedGetScale']);

  for (const name of ['form-hpa-predictor', await ownHpa(cluster)]) {
    const scaler = await cluster.get('hpa', name);
    const { scaleTargetRef, metrics, minReplicas, maxReplicas } = scaler.spec;
    assert.equal(scaleTargetRef.kind, 'Deployment');
    assert.match(scaleTargetRef.name, /^form-(hpa|external)-predictor$/);
    assert.deepEqual([minReplicas, maxReplicas], [1, 3]);
    const [{ resource, containerResource }] = metrics;
    const { name: measured, target } = resource ?? containerResource;
    assert.deepEqual([measured, target.averageUtilization], ['cpu', 70]);
    const active = await condition(cluster, name, 'ScalingActive', 'True');
    say(`${name}: ${active.reason}: ${active.message}`);
    assert.equal(active.reason, 'ValidMetricFound');
  }
  const { items } = await cluster.get('hpa');
  assert.deepEqual(
    items.filter(
      ({ spec }) => spec.scaleTargetRef.name === 'form-external-predictor',
    ).length,
    1,
    'KServe makes no second one beside ours',
  );

  const scaled = await until(
    'the ScaledObject of form-keda',
    () => cluster.get('scaledobjects.keda.sh'),
    found => found.items.length > 0,
  );
  const [{ spec }] = scaled.items;
  say(`form-keda: ScaledObject for ${spec.scaleTargetRef.name}`);
  assert.equal(spec.scaleTargetRef.name, 'form-keda-predictor');
  assert.deepEqual([spec.minReplicaCount, spec.maxReplicaCount], [1, 3]);
  const [cpu] = spec.triggers.filter(({ type }) => type === 'cpu');
  assert.equal(cpu.metadata.value, '70');
}

function optionsOf(form) {
  return {
    name: `form-${form}`,
    namespace: 'default',
    owner: 'group:default/team-search',
    latencyClass: 'small',
    modelFormat: 'onnx',
    runtime: 'onnx-model-server',
    protocolVersion: 'v1',
    storageUri: 'pvc://models/iris.onnx',
    autoscaling: {
      form,
      minReplicas: 1,
      maxReplicas: 3,
      ...(form === 'keda' && { prometheusUrl: 'http://prometheus.test:9090' }),
    },
    batcher: { enabled: false },
    resources: {
      requests: { cpu: '50m', memory: '128Mi' },
      limits: { cpu: '1', memory: '1Gi' },
    },
    disruptionBudget: false,
  };
}

/** The HorizontalPodAutoscaler that the form `external` brings along. */
async function ownHpa(cluster) {
  const { items } = await cluster.get('hpa');
  const own = items.filter(
    ({ spec, metadata }) =>
      spec.scaleTargetRef.name === 'form-external-predictor' &&
      !metadata.ownerReferences,
  );
  assert.equal(own.length, 1);
  return own[0].metadata.name;
}

/** A condition of a HorizontalPodAutoscaler, once the controller has set it. */
async function condition(cluster, name, type, status) {
  const find = ({ status: { conditions = [] } }) =>
    conditions.find(found => found.type === type);
  const scaler = await until(
    `${type} of ${name}`,
    () => cluster.get('hpa', name),
    found =>
      find(found) !== undefined &&
      [undefined, find(found).status].includes(status),
    120,
  );
  return find(scaler);
}
