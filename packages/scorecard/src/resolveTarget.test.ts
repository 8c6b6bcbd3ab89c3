import { plain } from './__testUtils__/judged';
import { checks } from './checks';
import type { LatencyClass } from './guide';
import { type ConfiguredTargets, resolveTarget } from './resolveTarget';
import type { Target } from './schema';

function resolve(
  id: string,
  targets: ConfiguredTargets,
  latencyClass?: LatencyClass,
) {
  const check = checks.find(each => each.id === id)!;
  const problems: string[] = [];
  const base = check.target({ latencyClass, measurements: [] });
  const resolved = resolveTarget({
    check,
    base,
    targets,
    problem: text => problems.push(plain(text)!),
  });
  return {
    target: resolved?.target,
    from: resolved?.source.kind,
    reference: resolved?.source.reference,
    problems,
  };
}

const p99 = 'inference-latency-p99';
const of = (target: Target, id = p99) => ({ [id]: target });

describe('resolveTarget', () => {
  it('takes the target of the guide by itself', () => {
    expect(resolve(p99, {}, 'small')).toEqual({
      target: { below: 100 },
      from: 'guide',
      reference: 'Latency Targets, Small',
      problems: [],
    });
  });

  it.each([{ below: 20 }, { below: 800 }, { atMost: 100 }])(
    'takes %j of the configuration, tighter or looser',
    target => {
      expect(resolve(p99, { configuration: of(target) }, 'small')).toEqual({
        target,
        from: 'configuration',
        reference: 'performance.targets.inference-latency-p99',
        problems: [],
      });
    },
  );

  it('takes a tighter target of an annotation', () => {
    const found = resolve(p99, { annotation: of({ atMost: 80 }) }, 'small');
    expect(found).toEqual({
      target: { atMost: 80 },
      from: 'annotation',
      reference: 'dynoscope.dev/target.inference-latency-p99',
      problems: [],
    });
  });

  it('ignores a looser target of an annotation and says so', () => {
    const found = resolve(p99, { annotation: of({ below: 800 }) }, 'small');
    expect(found).toMatchObject({
      target: { below: 100 },
      from: 'guide',
      problems: [
        'dynoscope.dev/target.inference-latency-p99 is < 800 ms, looser than < 100 ms. It is ignored: the operator would have to permit it.',
      ],
    });
  });

  it('compares an annotation with the configuration where that has a target', () => {
    const targets = {
      configuration: of({ below: 40 }),
      annotation: of({ below: 80 }),
    };
    expect(resolve(p99, targets, 'small')).toMatchObject({
      target: { below: 40 },
      from: 'configuration',
    });
    expect(
      resolve(p99, { ...targets, looserPermitted: [p99] }, 'small'),
    ).toMatchObject({
      target: { below: 80 },
      from: 'annotation',
      problems: [],
    });
  });

  it.each<[string, Target, string]>([
    [p99, { atLeast: 5 }, '"<= N" or "< N"'],
    [p99, { within: [1, 2] }, '"<= N" or "< N"'],
    [p99, { none: 'findings' }, '"<= N" or "< N"'],
    ['gpu-utilization', { below: 90 }, '">= N" or "> N"'],
    ['gpu-memory', { above: 70 }, '"N..M"'],
    ['training-throughput', { above: 70 }, '">= N of baseline"'],
    ['database-indexes', { atMost: 3 }, 'nothing: it has no number'],
    ['inference-latency-p50', { above: 3 }, '"<= N" or "< N"'],
  ])('ignores for %s the target %j, wherever it stands', (id, target, form) => {
    for (const place of ['configuration', 'annotation'] as const) {
      const found = resolve(id, { [place]: of(target, id) });
      expect(found.from).not.toBe(place);
      expect(found.problems).toEqual([
        expect.stringContaining(`a target of ${id} can only be ${form}.`),
      ]);
    }
  });

  it('takes an annotation of the right form where there is nothing to be looser than', () => {
    const id = 'inference-latency-p50';
    expect(resolve(id, { annotation: of({ below: 70 }, id) })).toMatchObject({
      target: { below: 70 },
      from: 'annotation',
      problems: [],
    });
  });

  it('takes a higher share of the baseline', () => {
    const id = 'training-throughput';
    const tighter = { annotation: of({ ofBaseline: 0.98 }, id) };
    const looser = { annotation: of({ ofBaseline: 0.5 }, id) };
    expect(resolve(id, tighter).from).toBe('annotation');
    expect(resolve(id, looser).from).toBe('guide');
  });

  it('leaves targets of other checks alone', () => {
    expect(
      resolve(p99, { configuration: of({ above: 1 }, 'no-oom') }).problems,
    ).toEqual([]);
  });
});
