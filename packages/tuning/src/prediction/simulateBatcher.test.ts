import { simulateBatcher } from './simulateBatcher';

const tenUsers = { users: 10, instances: 1, predictMs: () => 8 };
const settings = (maxBatchSize: number, maxLatency: number) => ({
  batcher: { maxBatchSize, maxLatency },
});

describe('simulateBatcher', () => {
  it.each([
    [
      'a batch that never fills: wait and prediction',
      settings(32, 100),
      108,
      108,
      10 / 0.108,
    ],
    [
      'a batch that fills: the prediction alone',
      settings(10, 100),
      8,
      8,
      1_250,
    ],
    ['two batches that take turns', settings(5, 100), 16, 16, 625],
    ['two of ten who wait for the next batch', settings(8, 100), 8, 16, 1_000],
    ['requests one by one', settings(1, 100), 80, 80, 125],
  ])('shows %s', (_name, batcher, p50, p99, throughput) => {
    const shown = simulateBatcher({ ...tenUsers, ...batcher });
    expect(shown.p50).toBeCloseTo(p50, 6);
    expect(shown.p99).toBeCloseTo(p99, 6);
    expect(shown.throughput).toBeCloseTo(throughput, 0);
  });

  it('fills a batch with the instances of fewer requests', () => {
    const { p50 } = simulateBatcher({
      ...tenUsers,
      ...settings(32, 100),
      instances: 4,
      predictMs: rows => rows / 4,
    });
    // eight requests fill it, and two wait for the next one
    expect(p50).toBeCloseTo(8, 6);
  });

  it('keeps Little’s law: users = rate × the time that each takes', () => {
    const { p50, throughput } = simulateBatcher({
      ...tenUsers,
      ...settings(32, 50),
      turnaroundMs: 2,
    });
    expect((throughput * (p50 + 2)) / 1_000).toBeCloseTo(10, 1);
  });
});
