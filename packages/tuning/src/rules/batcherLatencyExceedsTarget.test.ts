import { guide } from '@dynoscope/scorecard';
import { fixYaml, lintYaml, service } from './__testUtils__/lintYaml';
import { lintManifests } from './lintManifests';
import type { LintContext } from './rule';

const id = 'batcher-latency-exceeds-target';
const isvc = (batcher: string, latencyClass?: string) =>
  service(
    `batcher: ${batcher}`,
    latencyClass && `, dynoscope.dev/latency-class: ${latencyClass}`,
  );
const guides = '{ maxBatchSize: 32, maxLatency: 100 }';

describe('rule batcher-latency-exceeds-target', () => {
  it.each<[string, string | undefined, LintContext, number]>([
    // The manifest alone.
    [guides, undefined, {}, 0],
    [guides, 'small', {}, 1],
    [guides, 'medium', {}, 1],
    [guides, 'large', {}, 0],
    [guides, 'tiny', {}, 0],
    ['{ maxLatency: 99 }', 'medium', {}, 0],
    ['{ maxLatency: 49 }', 'small', {}, 0],
    ['{ maxLatency: 50 }', 'small', {}, 1],
    ['{ maxLatency: 499 }', undefined, {}, 0],
    ['{ maxLatency: 500 }', undefined, {}, 1],
    ['{}', undefined, {}, 1],
    ['{ maxLatency: 0 }', undefined, {}, 1],
    ['{ maxLatency: -1 }', undefined, {}, 1],
    ['{ maxBatchSize: 1 }', 'small', {}, 0],
    ['{ maxLatency: "100" }', 'small', {}, 0],
    ['null', 'small', {}, 0],
    // What the caller knows.
    [guides, undefined, { latencyClass: 'small' }, 1],
    [guides, 'large', { latencyClass: 'small' }, 0],
    [guides, 'small', { p50TargetMs: 150 }, 0],
    [guides, 'large', { p50TargetMs: 80 }, 1],
    [guides, 'small', { users: 10 }, 1],
    [guides, 'small', { users: 32 }, 0],
    ['{ maxLatency: 40 }', 'small', { serviceP50Ms: 9.9 }, 0],
    ['{ maxLatency: 40 }', 'small', { serviceP50Ms: 10 }, 1],
  ])(
    'batcher %s, class %s, %j: %i findings',
    (batcher, latencyClass, context, count) => {
      const { findings } = lintYaml(id, isvc(batcher, latencyClass), {
        context,
      });
      expect(findings).toHaveLength(count);
    },
  );

  it.each([
    [10, 39],
    [2.2, 47],
    [48.5, 1],
  ])('with a model of %d ms the fix waits %i ms', (serviceP50Ms, longest) => {
    const context = { serviceP50Ms };
    const fixed = fixYaml(id, isvc(guides, 'small'), { context });
    expect(fixed).toBe(isvc(guides.replace('100', String(longest)), 'small'));
    expect(lintYaml(id, fixed, { context }).findings).toEqual([]);
  });

  it('adds the wait where the agent chose it', () => {
    const context = { serviceP50Ms: 10, p50TargetMs: 50 };
    expect(fixYaml(id, isvc('{ maxBatchSize: 8 }'), { context })).toBe(
      isvc('{ maxBatchSize: 8, maxLatency: 39 }'),
    );
  });

  it('offers no wait where the model alone takes too long, or nobody knows how long', () => {
    for (const context of [{ serviceP50Ms: 49 }, { serviceP50Ms: 600 }, {}]) {
      const { findings } = lintYaml(id, isvc(guides, 'small'), { context });
      expect(findings).toMatchObject([{ fixable: false }]);
    }
  });

  it('follows the guide when it changes', () => {
    const small = { ...guide.latencyClasses.small };
    small.p50 = { ...small.p50, target: { below: 120 } };
    const { findings } = lintManifests({
      files: [{ file: 'a.yaml', content: isvc(guides, 'small') }],
      guide: { ...guide, latencyClasses: { ...guide.latencyClasses, small } },
    });
    expect(findings).toEqual([]);
  });
});
