import { guide } from '@dynoscope/scorecard';
import { adviseBatching } from './adviseBatching';
import { adviseConcurrency } from './adviseConcurrency';
import { adviseCpuLimit } from './adviseCpuLimit';
import { adviseReplicas, slotsOf } from './adviseReplicas';

describe('adviseBatching', () => {
  const ten = { users: 10, instances: 1 };
  it.each([
    ['waits as long as a prediction takes', 4.2, { p50: 50, p99: 100 }, 5],
    ['leaves what the target of P50 needs', 30, { p50: 50, p99: 100 }, 15],
    ['leaves what a tight target of P99 needs', 10, { p50: 50, p99: 30 }, 7],
    ['asks P99 alone where P50 has no target', 40, { p99: 100 }, 10],
    ['needs no target', 12.5, {}, 13],
    ['never says 0, which the agent takes for 5 s', 60, { p50: 50 }, 1],
  ])('%s', (_name, predictMs, targets, wait) => {
    const advice = adviseBatching({ ...ten, predictMs, targets });
    expect(advice).toMatchObject({ maxLatency: wait, maxBatchSize: 10 });
  });

  it('counts instances, as the agent does', () => {
    const advice = adviseBatching({
      users: 6,
      instances: 4,
      predictMs: 5,
      targets: {},
    });
    expect(advice.maxBatchSize).toBe(24);
  });
});

describe('adviseReplicas', () => {
  it.each([
    // the arithmetic of the mock-up: 100/s × 0.0334 s ÷ (4 × 0.70) = 1.19
    [100, 33.4, 4, 2],
    [190, 33.4, 4, 3],
    [100, 7, 1, 1],
    [100, 7.01, 1, 2],
    [222, 20, 1, 7],
  ])(
    'carries %d/s of %d ms on %d slots with %d pods',
    (rate, serviceMs, slots, pods) => {
      expect(adviseReplicas({ rate, serviceMs, slots })).toBe(pods);
    },
  );

  it('takes how busy pods may be from the guide', () => {
    const share = guide.autoscaling.cpuUtilization / 100;
    expect(
      adviseReplicas({ rate: 1_000 * share, serviceMs: 1, slots: 1 }),
    ).toBe(1);
    expect(
      adviseReplicas({ rate: 1_001 * share, serviceMs: 1, slots: 1 }),
    ).toBe(2);
  });
});

describe('the smaller advice', () => {
  it.each([
    [{ throughput: 50, serviceMs: 20, pods: 1 }, 1],
    [{ throughput: 200, serviceMs: 20, pods: 1 }, 4],
    [{ throughput: 200, serviceMs: 20, pods: 2 }, 2],
    [{ throughput: 10, serviceMs: 20, pods: 1 }, 1],
  ])('finds slots by Little’s law: %j', (options, slots) => {
    expect(slotsOf(options)).toBe(slots);
  });

  it.each([
    [10, 1, 10],
    [10, 3, 4],
  ])(
    'lets each pod take its share of %d users on %d pods',
    (users, pods, each) => {
      expect(adviseConcurrency({ users, pods })).toBe(each);
    },
  );

  it.each([
    // 2 × 120 ÷ (0.9 × 50) = 5.33
    [{ limit: 2, latency: 120, target: 50 }, 6],
    [{ limit: 0.5, latency: 60, target: 50 }, 1],
    [{ limit: 2, latency: 46, target: 50 }, 3],
  ])('gives CPUs for what is all computation: %j', (options, cpus) => {
    expect(adviseCpuLimit(options)).toBe(cpus);
  });
});
