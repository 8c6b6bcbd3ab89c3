import { guide } from '@dynoscope/scorecard';
import { parse } from 'yaml';
import {
  covers,
  inferenceServiceMatrix,
  possiblePairs,
} from '../__testUtils__/inferenceServiceMatrix';
import { lintManifests } from '../rules/lintManifests';
import { validateStrictly } from '../schemas/validateStrictly';
import { inferenceServiceGenerator } from './inferenceServiceGenerator';

const rows = inferenceServiceMatrix().map(row => ({
  ...row,
  title: JSON.stringify(row.choice),
  files: inferenceServiceGenerator.generate(row.options, row.versions).files,
}));
const isCatalog = (path: string) => path.endsWith('/catalog-info.yaml');

describe('the matrix of inference services', () => {
  it('meets every pair of options that can go together', () => {
    const open = possiblePairs().filter(
      pair => !rows.some(({ choice }) => covers(choice, pair)),
    );
    expect(open).toEqual([]);
    expect(rows.length).toBeLessThan(40);
  });

  it('is the same whenever it is made', () => {
    expect(inferenceServiceMatrix()).toEqual(inferenceServiceMatrix());
  });
});

describe.each(rows)('$title', row => {
  const manifests = row.files.filter(({ path }) => !isCatalog(path));
  const objects = manifests.map(({ content }) => parse(content));

  it('is valid by the strict schemas', () => {
    expect(objects.flatMap(validateStrictly)).toEqual([]);
  });

  it('raises no finding, for the users and targets that it was made for', () => {
    const { p50 } = guide.latencyClasses[row.choice.latencyClass];
    const { findings } = lintManifests({
      files: manifests.map(({ path, content }) => ({ file: path, content })),
      versions: row.versions,
      context: {
        users: guide.load.users,
        latencyClass: row.choice.latencyClass,
        p50TargetMs: 'below' in p50.target ? p50.target.below : undefined,
        serviceP50Ms: row.options.serviceMs,
      },
    });
    expect(findings).toEqual([]);
    expect(
      lintManifests({
        files: manifests.map(({ path, content }) => ({ file: path, content })),
        versions: row.versions,
      }).findings,
    ).toEqual([]);
  });

  it('reads the same by YAML 1.1, which Kubernetes has, and by 1.2', () => {
    for (const { content } of row.files) {
      expect(parse(content, { version: '1.1' })).toEqual(parse(content));
    }
  });

  it('is made of the same bytes again', () => {
    const { files } = inferenceServiceGenerator.generate(
      row.options,
      row.versions,
    );
    expect(files).toEqual(row.files);
  });

  it('holds what was asked for', () => {
    const { choice } = row;
    const service = objects.find(({ kind }) => kind === 'InferenceService');
    const { predictor } = service.spec;
    const { resources } = predictor.model;
    const gpus = choice.profile === 'gpu' ? '1' : undefined;
    expect(service.metadata.annotations).toMatchObject({
      'serving.kserve.io/deploymentMode':
        choice.kserve === '0.15' ? 'RawDeployment' : 'Standard',
      'serving.kserve.io/autoscalerClass': choice.form,
      'dynoscope.dev/latency-class': choice.latencyClass,
    });
    expect(resources.limits['nvidia.com/gpu']).toBe(gpus);
    expect(resources.requests['nvidia.com/gpu']).toBe(gpus);
    expect(Object.keys(resources.limits)).toEqual(
      expect.arrayContaining(['cpu', 'memory']),
    );
    expect(predictor.tolerations !== undefined).toBe(choice.profile === 'gpu');
    expect(predictor.batcher !== undefined).toBe(choice.batcher);
    expect(predictor.scaleMetric).toBe(
      choice.form === 'hpa' ? 'cpu' : undefined,
    );
    expect(predictor.autoScaling !== undefined).toBe(choice.form === 'keda');
    expect(predictor.autoScaling?.behavior !== undefined).toBe(
      choice.form === 'keda' && choice.kserve !== '0.15',
    );
    for (const { kind, spec } of objects) {
      if (kind !== 'HorizontalPodAutoscaler') continue;
      expect([spec.minReplicas, spec.maxReplicas]).toEqual([
        predictor.minReplicas,
        predictor.maxReplicas,
      ]);
      expect(spec.scaleTargetRef).toEqual({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: `${service.metadata.name}-predictor`,
      });
    }
    expect(objects.map(({ kind }) => kind).sort()).toEqual(
      [
        'InferenceService',
        ...(choice.form === 'external' ? ['HorizontalPodAutoscaler'] : []),
        ...(choice.networkPolicy ? ['NetworkPolicy'] : []),
        ...(choice.disruptionBudget ? ['PodDisruptionBudget'] : []),
      ].sort(),
    );
  });
});
