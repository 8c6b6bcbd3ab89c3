import fc from 'fast-check';
import type { BatchingEvidence } from './BatchingEvidence';
import { predictBatching } from './predictBatching';
import { simulateBatcher } from './simulateBatcher';

const sluggish: BatchingEvidence = {
  users: 10,
  instances: 1,
  pods: 1,
  batcher: { maxBatchSize: 32, maxLatency: 100 },
  p50: { lower: 110, upper: 110 },
  p99: 112,
  throughput: 90,
  unloaded: { p50: 106, least: 106 },
};

const wholes = (min: number, max: number) => fc.integer({ min, max });
/** A service and its batcher: time of a prediction and of each row more, in ms. */
const planted = fc.record({
  users: wholes(1, 40),
  instances: wholes(1, 4),
  fixed: fc.double({ min: 0.5, max: 40, noNaN: true }),
  perRow: fc.double({ min: 0, max: 1, noNaN: true }),
  gapMs: fc.double({ min: 0, max: 0.05, noNaN: true }),
  base: fc.record({ maxBatchSize: wholes(2, 200), maxLatency: wholes(5, 200) }),
  batcher: fc.record({
    maxBatchSize: wholes(1, 200),
    maxLatency: wholes(1, 200),
  }),
});

/** What a run of the planted service tells. */
function evidenceOf(service: {
  users: number;
  instances: number;
  fixed: number;
  perRow: number;
  gapMs: number;
  base: BatchingEvidence['batcher'];
}): BatchingEvidence {
  const { users, instances, base } = service;
  const options = simulation(service, base);
  const loaded = simulateBatcher(options);
  const alone = simulateBatcher({ ...options, users: 1 }).p50;
  return {
    users,
    instances,
    pods: 1,
    batcher: base,
    p50: { lower: loaded.p50, upper: loaded.p50 },
    p99: loaded.p99,
    throughput: loaded.throughput,
    unloaded: { p50: alone, least: alone },
  };
}

function simulation(
  service: {
    users: number;
    instances: number;
    fixed: number;
    perRow: number;
    gapMs: number;
  },
  batcher: BatchingEvidence['batcher'],
) {
  const { fixed, perRow } = service;
  return {
    ...service,
    batcher,
    turnaroundMs: 0.1,
    predictMs: (rows: number) => fixed + perRow * rows,
  };
}

describe('predictBatching', () => {
  it.each([
    // wait + [10 − 2, 10 + 1 + 10 %]; the slowest hundredth up to 85 ms more
    ['a shorter wait', { maxBatchSize: 32, maxLatency: 20 }, [28, 32], 117],
    // batches of ten, one after another: [10 − 2, 10 + 1.5 to gather + 2]
    ['a full batch', { maxBatchSize: 10, maxLatency: 5 }, [8, 13.5], 98.5],
    // a wait of 1 ms ends gathering sooner
    ['hardly a wait', { maxBatchSize: 10, maxLatency: 1 }, [8, 13], 98],
    // two turns of five, which lie at 4/9 of the way from 4 to 8 at least, and at 8.89, half way between 7.78 and 10, at most
    [
      'half batches',
      { maxBatchSize: 5, maxLatency: 5 },
      [2 * (4 + 16 / 9), 2 * (80 / 9 + 13 / 9 + 17 / 9)],
      85 + 220 / 9,
    ],
  ])('promises %s', (_name, batcher, [lower, upper], p99) => {
    const promise = predictBatching({ evidence: sluggish, batcher });
    expect(promise.p50.lower).toBeCloseTo(lower, 6);
    expect(promise.p50.upper).toBeCloseTo(upper, 6);
    expect(promise.p99.upper).toBeCloseTo(p99, 6);
    expect(promise.throughput.upper).toBeCloseTo(10_000 / lower, 6);
  });

  it('holds what the agent does, whatever is planted', () => {
    fc.assert(
      fc.property(planted, service => {
        const evidence = evidenceOf(service);
        const promise = predictBatching({ evidence, batcher: service.batcher });
        const truth = simulateBatcher(simulation(service, service.batcher));
        expect(truth.p50).toBeGreaterThanOrEqual(promise.p50.lower - 1e-6);
        expect(truth.p50).toBeLessThanOrEqual(promise.p50.upper + 1e-6);
        expect(truth.p99).toBeLessThanOrEqual(promise.p99.upper + 1e-6);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never promises less than nothing, nor an end before its beginning', () => {
    fc.assert(
      fc.property(planted, wholes(1, 5), (service, pods) => {
        const { p50, p99, throughput } = predictBatching({
          evidence: { ...evidenceOf(service), pods },
          batcher: service.batcher,
        });
        for (const { lower, upper } of [p50, p99, throughput]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeGreaterThanOrEqual(lower);
          expect(Number.isFinite(upper)).toBe(true);
        }
      }),
    );
  });

  it('promises no shorter a latency for a longer wait', () => {
    fc.assert(
      fc.property(planted, wholes(1, 100), (service, more) => {
        const evidence = evidenceOf(service);
        const { batcher } = service;
        const longer = { ...batcher, maxLatency: batcher.maxLatency + more };
        const short = predictBatching({ evidence, batcher });
        const long = predictBatching({ evidence, batcher: longer });
        for (const name of ['p50', 'p99'] as const) {
          expect(long[name].lower).toBeGreaterThanOrEqual(
            short[name].lower - 1e-9,
          );
          expect(long[name].upper).toBeGreaterThanOrEqual(
            short[name].upper - 1e-9,
          );
        }
      }),
    );
  });

  it('promises no wider a range where more is known', () => {
    fc.assert(
      fc.property(
        planted,
        fc.double({ min: 0, max: 5, noNaN: true }),
        (service, doubt) => {
          const { batcher } = service;
          const known = evidenceOf(service);
          const doubtful = {
            ...known,
            p50: {
              lower: known.p50.lower - doubt,
              upper: known.p50.upper + doubt,
            },
          };
          const { unloaded: _, ...without } = known;
          const withoutLeast = {
            ...known,
            unloaded: { p50: known.unloaded!.p50 },
          };
          const narrow = predictBatching({ evidence: known, batcher }).p50;
          for (const evidence of [doubtful, without, withoutLeast]) {
            const wide = predictBatching({ evidence, batcher }).p50;
            expect(wide.lower).toBeLessThanOrEqual(narrow.lower + 1e-9);
            expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper - 1e-9);
          }
        },
      ),
    );
  });
});
