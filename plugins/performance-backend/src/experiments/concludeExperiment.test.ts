import type { Deployment } from '@dynoscope/scorecard';
import { testDatabases } from '../__testUtils__/databases';
import { createLab } from './__testUtils__/experimentLab';
import { concludeExperiment } from './concludeExperiment';

jest.setTimeout(60_000);

const databases = testDatabases();
const deployed = (digest: string, minReplicas: number, maxReplicas = 9) => ({
  fingerprint: {
    collectedBy: 'dynoscope',
    deployment: {
      kind: 'InferenceService',
      name: 'one',
      source: { kind: 'file', reference: 'one.yaml' },
      digest,
      minReplicas,
      maxReplicas,
    } satisfies Deployment,
  },
});

describe('the verdict of an experiment', () => {
  it.each([
    ['kept', 'by the promised change', 5, deployed('after', 3)],
    [
      'unclear',
      'by itself, the manifest being the same',
      5,
      deployed('before', 1),
    ],
    ['unclear', 'with a change that nobody promised', 5, deployed('after', 2)],
    [
      'unclear',
      'with one that nobody promised beside it',
      5,
      deployed('after', 3, 12),
    ],
    ['missed', 'worse, with another change', 80, deployed('after', 2)],
    ['missed', 'worse, with the same manifest', 80, deployed('before', 1)],
  ])('is %s when it gets better or worse %s', async (...row) => {
    const [verdict, , value, after] = row;
    const lab = createLab(await databases.migrated('SQLITE_3'));
    const base = await lab.report(50, {}, deployed('before', 1));
    const stored = await lab.experiment({
      baseReportId: base.id,
      changes: [
        { path: '/spec/predictor/minReplicas', label: 'Replicas', value: 3 },
      ],
    });
    const concluded = await concludeExperiment({
      ...lab.parts,
      stored,
      base,
      report: await lab.report(value, {}, after),
      metrics: lab.registry.metrics,
    });
    const { experiment } = concluded!;
    expect(experiment.verdict).toBe(verdict);
    expect(experiment.reasons.join(' ')).toMatch(
      verdict === 'kept'
        ? /^((?!manifest).)*$/
        : /The manifest (was the same|did not hold|changed in more than the remedy says: maxReplicas)/,
    );
  });
});
