import { deploymentOf, plain, reportWith } from '../__testUtils__/sluggish';
import { explainReport } from './explainReport';

const explain = (...told: Parameters<typeof reportWith>) =>
  plain(explainReport(reportWith(...told)));

describe('the proposals', () => {
  it.each([
    [
      'replicas where requests queue without a batcher',
      {
        p50: 203,
        p50Interval: [200, 206] as [number, number],
        unloaded: 20,
        least: 19.5,
        throughput: 49,
        p99: 240,
      },
      deploymentOf({ batcher: undefined, maxReplicas: 3 }),
      'add-replicas',
      // 10 users ÷ 0.045 s = 222/s; 222 × 0.02 s ÷ (1 × 0.7) = 6.35
      [
        ['/spec/predictor/minReplicas', 7],
        ['/spec/predictor/maxReplicas', 7],
      ],
    ],
    [
      'concurrency where the proxy holds requests back',
      {
        p50: 100,
        p50Interval: [99, 101] as [number, number],
        unloaded: 20,
        least: 19.5,
        throughput: 100,
        p99: 150,
      },
      deploymentOf({
        batcher: undefined,
        containerConcurrency: 2,
        deploymentMode: 'Knative',
      }),
      'raise-concurrency',
      [['/spec/predictor/containerConcurrency', 10]],
    ],
    [
      'CPU where nothing waits',
      {
        p50: 90,
        p50Interval: [89, 91] as [number, number],
        unloaded: 85,
        throughput: 110,
        p99: 120,
      },
      deploymentOf({ batcher: undefined }),
      'raise-cpu-limit',
      // 2 × 90 ÷ (0.9 × 50) = 4
      [['/spec/predictor/model/resources/limits/cpu', '4']],
    ],
    [
      'a larger batch where full ones take turns',
      {
        p50: 80,
        p50Interval: [79, 81] as [number, number],
        unloaded: 120,
        least: 119,
        throughput: 100,
        p99: 100,
        users: 8,
      },
      deploymentOf({ batcher: { maxBatchSize: 2, maxLatency: 100 } }),
      'batcher-wait',
      // two a batch take 17 to 20 ms, so eight take 17 + 7 × 3 = 38 at most; 0.9 × 50 − 38 = 7
      [
        ['/spec/predictor/batcher/maxLatency', 7],
        ['/spec/predictor/batcher/maxBatchSize', 8],
      ],
    ],
  ])('proposes %s', (_name, told, deployment, id, changes) => {
    const [remedy] = explain(told, deployment).remedies;
    expect(remedy.id).toBe(id);
    expect(remedy.changes.map(({ path, value }) => [path, value])).toEqual(
      changes,
    );
    expect(remedy.arithmetic).toHaveLength(3);
    expect(remedy.expected!.lower).toBeLessThan(told.p50);
  });

  it('promises no more requests a second than the plan sends', () => {
    const [remedy] = explain({ rateCeiling: 200 }).remedies;
    expect(remedy.alsoExpected).toContainEqual({
      metric: 'inference.capacity',
      statistic: 'max',
      lower: 180,
      upper: 200,
      unit: '1/s',
    });
  });

  it('leaves replicas to the autoscaler that the manifest does not hold', () => {
    const [remedy] = explain(
      { p50: 203, p50Interval: [200, 206], unloaded: 20, throughput: 49 },
      deploymentOf({ batcher: undefined, autoscalerClass: 'external' }),
    ).remedies;
    expect(remedy).toMatchObject({ id: 'add-replicas', changes: [] });
    expect(remedy.cannot).toMatch(/set minReplicas to 7 in its Horizontal/);
    expect(remedy.action).toBeUndefined();
  });

  it.each([
    ['timeout', deploymentOf(), /no answer came in time/],
    ['body-invalid', deploymentOf(), /fails a whole batch for one bad row/],
    [
      'body-invalid',
      deploymentOf({ batcher: undefined }),
      /read the field message of the answer\.$/,
    ],
    ['http-5xx', deploymentOf(), /its log says why/],
    ['<img src=x>', deploymentOf(), /not known here/],
  ])(
    'says what to do about requests that fail by %s',
    (kind, deployment, sentence) => {
      const { remedies: found, causes } = explain(
        { failed: 58, errors: { [kind]: 50, connect: 8 } },
        deployment,
      );
      const remedy = found.find(
        ({ checkId }) => checkId === 'inference-error-rate',
      )!;
      expect(remedy.cannot).toMatch(/^50 of 58 failed requests: /);
      expect(remedy.cannot).toMatch(sentence);
      expect(causes.at(-1)).toMatchObject({
        checkIds: ['inference-error-rate'],
        confidence: 'medium',
      });
    },
  );
});
