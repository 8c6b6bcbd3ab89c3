import assert from 'node:assert/strict';
import { generateManifests } from './generateManifests.mjs';
import { loadTuning } from './loadTuning.mjs';

const namespace = 'generated';

/**
 * Every object that the generator makes, for every pair of options, is accepted by the API server itself, with KServe's
 * webhooks and without a field that it does not know.
 *
 * @param say takes how many there were
 */
export async function validateGenerated({ cluster, say }) {
  const { inferenceServiceMatrix } = await loadTuning(
    '__testUtils__/inferenceServiceMatrix.ts',
  );
  const rows = inferenceServiceMatrix({ namespace });
  const manifests = await generateManifests(rows);
  assert.ok(rows.length > 10 && manifests.length > rows.length);
  await cluster.kubectl(['create', 'namespace', namespace]);
  const validate = text =>
    cluster.kubectl(
      ['create', '--dry-run=server', '--validate=strict', '-f', '-'],
      text,
    );

  const accepted = await validate(manifests.join('\n---\n'));
  const lines = accepted.trim().split('\n');
  say(`${lines.length} objects of ${rows.length} deployments are accepted`);
  assert.equal(lines.length, manifests.length, accepted);

  // What accepts everything would prove nothing.
  const misspelt = manifests[0].replace('minReplicas:', 'minReplica:');
  assert.notEqual(misspelt, manifests[0]);
  await assert.rejects(
    validate(misspelt),
    /unknown field "spec\.predictor\.minReplica"/,
  );
}
