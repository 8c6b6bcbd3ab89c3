import fc from 'fast-check';
import { deploymentOf, reportWith } from '../__testUtils__/sluggish';
import { explainReport } from './explainReport';
import { recomputeRemedy } from './recomputeRemedy';
import { remedyOptions } from './remedyOptions';

const checkId = 'inference-latency-p50';
const recompute = (options?: Record<string, unknown>, report = reportWith()) =>
  recomputeRemedy({ report, checkId, options });

describe('recomputeRemedy', () => {
  it('equals the report’s own remedy without options, and with the options of that', () => {
    const report = reportWith();
    const [own] = explainReport(report).remedies;
    expect(recompute()).toEqual(own);
    expect(recompute({})).toEqual(own);
    const { expected, alsoExpected } = recompute(remedyOptions(own));
    expect({ expected, alsoExpected }).toEqual({
      expected: own.expected,
      alsoExpected: own.alsoExpected,
    });
    expect(remedyOptions(own)).toEqual({ maxLatency: 4, maxBatchSize: 10 });
  });

  it('computes the promise for what a person chose, and marks it so', () => {
    const { expected, changes, cannot } = recompute({
      maxLatency: 30,
      maxBatchSize: 32,
    });
    expect(cannot).toBeUndefined();
    expect(changes).toMatchObject([
      {
        value: 30,
        source: 'yours',
        arithmetic: expect.stringContaining('computed: 4'),
      },
      { value: 32, source: 'yours', was: 32 },
    ]);
    expect(expected!.lower).toBeGreaterThanOrEqual(30);
    expect(expected!.upper).toBeLessThan(40);
  });

  it('promises no better for a longer wait', () => {
    const wait = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(wait, wait, (one, other) => {
        const [short, long] = [one, other]
          .sort((a, b) => a - b)
          .map(
            maxLatency => recompute({ maxLatency, maxBatchSize: 32 }).expected!,
          );
        expect(long.lower).toBeGreaterThanOrEqual(short.lower);
        expect(long.upper).toBeGreaterThanOrEqual(short.upper);
      }),
    );
  });

  it.each([
    [
      { maxLatency: 0 },
      'options.maxLatency: expected a whole number from 1 to 60000, got 0',
    ],
    [
      { maxLatency: 1.5 },
      'options.maxLatency: expected a whole number from 1 to 60000, got 1.5',
    ],
    [
      { maxLatency: NaN },
      'options.maxLatency: expected a whole number from 1 to 60000, got NaN',
    ],
    [
      { maxBatchSize: '10' },
      'options.maxBatchSize: expected a whole number from 1 to 10000, got "10"',
    ],
    [
      { maxBatchSize: null },
      'options.maxBatchSize: expected a whole number from 1 to 10000, got null',
    ],
    [
      { minReplicas: 3 },
      'options: "minReplicas" is no option of this remedy; allowed: maxLatency, maxBatchSize',
    ],
    [
      JSON.parse('{"__proto__": 1}'),
      'options: "__proto__" is no option of this remedy; allowed: maxLatency, maxBatchSize',
    ],
  ])('refuses %j and says what is allowed', (options, message) => {
    expect(() => recompute(options)).toThrow(new Error(message));
  });

  it('keeps hostile texts short and harmless in what it says', () => {
    const hostile = `\u001b[31m${'x'.repeat(1_000_000)}\u202e`;
    for (const options of [{ maxLatency: hostile }, { [hostile]: 1 }]) {
      let text = '';
      try {
        recompute(options);
      } catch (error) {
        text = (error as Error).message;
      }
      expect(text).not.toBe('');
      expect(text.length).toBeLessThan(300);
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u001f\u202e]/);
    }
  });

  it.each([
    [
      'database-indexes',
      undefined,
      /^checkId: no remedy is known for "database-indexes"/,
    ],
    [
      'llm-time-to-first-token',
      'endpoint/other',
      /^subject: the report judges/,
    ],
    [checkId, 'endpoint/other', /not of "endpoint\/other"$/],
  ])(
    'names what the report does not have: %s of %s',
    (id, subject, message) => {
      expect(() =>
        recomputeRemedy({ report: reportWith(), checkId: id, subject }),
      ).toThrow(message);
    },
  );

  it('takes pods for as many as a person wants, but not more at least than at most', () => {
    const queueing = reportWith(
      {
        p50: 203,
        p50Interval: [200, 206],
        unloaded: 20,
        least: 19.5,
        throughput: 49,
        p99: 240,
      },
      deploymentOf({ batcher: undefined }),
    );
    const fewer = recompute({ minReplicas: 2 }, queueing).expected!;
    const computed = recompute({}, queueing).expected!;
    expect(fewer.upper).toBeGreaterThan(computed.upper);
    expect(fewer.upper).toBeLessThan(203);
    expect(() =>
      recompute({ minReplicas: 4, maxReplicas: 2 }, queueing),
    ).toThrow(
      'options.maxReplicas: expected a whole number from 4 to 1000, got 2',
    );
  });

  it('cannot, with or without options, where the manifest is not known', () => {
    const report = reportWith();
    delete report.fingerprint.deployment;
    expect(recompute({}, report)).toMatchObject({ cannot: expect.any(String) });
    expect(recompute({}, report)).not.toHaveProperty('expected');
  });
});
