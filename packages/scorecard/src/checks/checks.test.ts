import { categories } from '../outcomeSchema';
import { metrics } from '../metrics';
import { checks } from '.';

/** The table "Checks of the guide". */
const ids = [
  'inference-latency-p50',
  'inference-latency-p99',
  'inference-throughput',
  'inference-error-rate',
  'llm-time-to-first-token',
  'training-throughput',
  'gpu-utilization',
  'gpu-memory',
  'gpu-power',
  'database-query-time',
  'database-indexes',
  'database-settings',
  'database-connections',
  'database-statistics',
  'storage-object-throughput',
  'storage-volume-throughput',
  'network-latency',
  'autoscaling-reaction',
  'no-oom',
  'memory-stable',
];

describe('the checks', () => {
  it('are those of the guide, in its order', () => {
    expect(checks.map(({ id }) => id)).toEqual(ids);
    const order = checks.map(({ category }) => categories.indexOf(category));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it.each(checks)('say all that a page shows: $id', check => {
    const { title, failureTitle, description, guide, subjectKinds } = check;
    expect(
      [title, failureTitle, guide].map(text => /^[^.]{3,}$/.test(text)),
    ).toEqual([true, true, true]);
    expect(description).toMatch(/^[A-Z].{30,}\.$/);
    expect(description).not.toContain(check.title);
    expect(subjectKinds.length).toBeGreaterThan(0);
  });

  it('need built-in metrics, and together all of them', () => {
    const needed = checks.flatMap(each => each.metrics.map(m => m.metric));
    const known: string[] = metrics.map(({ id }) => id);
    // What no check judges and remedies are computed from.
    const explains = ['inference.unloaded_latency'];
    expect([...new Set([...needed, ...explains])].sort()).toEqual(
      [...known].sort(),
    );
  });
});
