import { checks, remedySchema, causeSchema } from '@dynoscope/scorecard';
import { deploymentOf, plain, reportWith } from '../__testUtils__/sluggish';
import { explainReport } from './explainReport';
import { remedies } from './index';

const explain = (...told: Parameters<typeof reportWith>) =>
  plain(explainReport(reportWith(...told)));

describe('explainReport', () => {
  it('explains the guide’s batcher under the guide’s users, and promises what a change brings', () => {
    const { remedies: found, causes, summary } = explain();
    expect(found.map(({ checkId, id }) => [checkId, id])).toEqual([
      ['inference-latency-p50', 'batcher-wait'],
      ['inference-latency-p99', 'batcher-wait'],
      ['inference-throughput', 'batcher-wait'],
    ]);
    const [p50, p99, throughput] = found;
    // predict = upper end of P50 − wait = 103.4 − 100; the target leaves 0.9 × 50 − 3.4 = 41.6
    expect(p50.arithmetic).toEqual([
      'maxLatency = min( ⌈ predict ⌉, ⌊ 0.9 × P50 target − predict ⌋ )',
      '= min( ⌈ 3.4 ms ⌉, ⌊ 0.9 × 50 ms − 3.4 ms ⌋ ) = min( 4, 41 )',
      '= 4 ms, now 100 ms',
    ]);
    expect(p50.changes).toMatchObject([
      {
        path: '/spec/predictor/batcher/maxLatency',
        was: 100,
        value: 4,
        unit: 'ms',
        source: 'measured',
      },
      {
        path: '/spec/predictor/batcher/maxBatchSize',
        was: 32,
        value: 10,
        arithmetic: '10 users × 1 instance = 10',
      },
    ]);
    expect(p50.expected).toMatchObject({
      metric: 'inference.latency',
      statistic: 'p50',
      unit: 'ms',
    });
    expect(p50.expected!.upper).toBeLessThan(10);
    expect(p99.expected).toMatchObject({ statistic: 'p99' });
    expect(p99.expected!.upper).toBeLessThan(100);
    expect(throughput.expected).toMatchObject({
      metric: 'inference.capacity',
      statistic: 'max',
    });
    expect(throughput.expected!.lower).toBeGreaterThan(100);
    expect(p50.alsoExpected).toEqual([p99.expected, throughput.expected]);
    expect(p50.action).toEqual({
      kind: 'template',
      template: 'inference-service',
    });
    expect(p50.inputs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'users',
          value: 10,
          source: 'measured',
        }),
        expect.objectContaining({
          name: 'waitNow',
          value: 100,
          source: 'manifest',
        }),
        expect.objectContaining({
          name: 'p50Target',
          value: 50,
          source: 'guide',
        }),
      ]),
    );
    expect(causes).toEqual([
      expect.objectContaining({
        confidence: 'high',
        checkIds: [
          'inference-latency-p50',
          'inference-latency-p99',
          'inference-throughput',
        ],
        for: expect.arrayContaining([
          'P50, 103 ms, lies just above the batcher’s wait of 100 ms.',
          '10 users × 1 instance never fill a batch of 32.',
          'One user alone waits as long: 102.1 ms.',
        ]),
        against: ['3 ms of P50 are not the wait.'],
      }),
    ]);
    expect(summary).toMatchObject({
      title: 'Most of the latency is the batcher’s wait',
      text: expect.stringMatching(
        /^97 % of P50, 100 ms of 103 ms, is waiting: .* Let the batcher wait 4 ms for 10 instances: P50 is expected at \S+ ms\.$/,
      ),
    });
  });

  it('says what speaks against the wait as well', () => {
    const { causes } = explain({
      unloaded: 20,
      p99: 190,
      p50: 131,
      p50Interval: [129, 133],
    });
    expect(causes[0].confidence).toBe('medium');
    expect(causes[0].against).toEqual([
      '31 ms of P50 are not the wait.',
      'One user alone is answered in 20 ms.',
      'P99 lies 59 ms above P50, which the wait does not explain.',
    ]);
  });

  it.each([
    [
      'no manifest',
      {},
      null,
      /name its manifest in performance\.inference\.endpoints\.sluggish\.manifest/,
    ],
    [
      'no number of users',
      { users: undefined },
      deploymentOf(),
      /does not tell how many users/,
    ],
    [
      'a run that cannot be relied on',
      { confidence: 0 },
      deploymentOf(),
      undefined,
    ],
    [
      'requests past the batcher',
      {
        p50: 60,
        p50Interval: [59, 61] as [number, number],
        unloaded: 50,
        users: 5,
      },
      deploymentOf(),
      /do not go through it/,
    ],
  ])(
    'promises nothing with %s, and says what to do',
    (_name, told, deployment, cannot) => {
      const report = reportWith(told, deployment ?? undefined);
      if (deployment === null) delete report.fingerprint.deployment;
      const found = explainReport(report).remedies;
      for (const remedy of found) {
        expect(remedy.cannot).toMatch(cannot ?? /./);
        expect(remedy).not.toHaveProperty('expected');
        expect(remedy).not.toHaveProperty('action');
        expect(remedy.changes).toEqual([]);
      }
      expect(found.length > 0).toBe(cannot !== undefined);
    },
  );

  it('has a remedy for every check of inference', () => {
    const known = remedies.map(({ checkId }) => checkId).sort();
    const wanted = checks
      .filter(({ category }) => category === 'inference')
      .map(({ id }) => id)
      .sort();
    expect(known).toEqual(wanted);
  });

  it('says nothing where everything passes, and what it says fits the wire', () => {
    const healthy = explain(
      {
        p50: 4,
        p50Interval: [3.9, 4.1],
        p99: 8,
        throughput: 2_400,
        unloaded: 3,
      },
      deploymentOf({ batcher: undefined }),
    );
    expect(healthy).toEqual({ remedies: [], causes: [] });
    const { remedies: found, causes } = explain();
    expect(remedySchema.array().parse(found)).toEqual(found);
    expect(causeSchema.array().parse(causes)).toEqual(causes);
  });
});
