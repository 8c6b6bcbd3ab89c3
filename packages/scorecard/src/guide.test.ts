import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measurementOf, run } from './__testUtils__/fixtures';
import { plain } from './__testUtils__/judged';
import { createChecks } from './checks';
import { targetTable } from './checks/targetTable';
import { evaluateChecks } from './evaluateChecks';
import { formatTarget } from './formatTarget';
import { type Guide, guide } from './guide';
import { guideLists } from './guideLists';
import { scoreOutcomes } from './score';

describe('the guide', () => {
  it('has its four classes, and the figures of each', () => {
    const rows = Object.values(guide.latencyClasses).map(
      ({ belowBytes, p50, p99 }) => [belowBytes, p50.target, p99.target],
    );
    expect(rows).toEqual([
      [100_000_000, { below: 50 }, { below: 100 }],
      [1_000_000_000, { below: 100 }, { below: 200 }],
      [undefined, { below: 200 }, { below: 500 }],
      [undefined, { below: 500 }, { below: 2_000 }],
    ]);
  });

  it('has 8 items to check, 5 rows of summary, 3 expectations of a GPU and 3 numbers of a benchmark', () => {
    const targets = Object.entries(guideLists).map(([list, items]) => [
      list,
      items.map(({ target }) => guide[target].target),
    ]);
    expect(Object.fromEntries(targets)).toEqual({
      checklist: [
        { below: 500 },
        { above: 80 },
        { below: 100 },
        { above: 100 },
        { atMost: 0 },
        { atMost: 30 },
        { below: 10 },
        { none: 'leak' },
      ],
      summary: [
        { below: 500 },
        { above: 80 },
        { below: 100 },
        { above: 100 },
        { below: 10 },
      ],
      gpu: [{ above: 80 }, { within: [60, 90] }, { atLeast: 80 }],
      benchmark: [{ above: 100 }, { below: 500 }, { below: 0.1 }],
    });
  });

  it('is served by a check for every item of its lists', () => {
    const ids = createChecks(guide).map(({ id }) => id);
    const served = Object.values(guideLists)
      .flat()
      .flatMap(each => each.checkIds);
    expect(served.filter(id => !ids.includes(id))).toEqual([]);
  });

  it('gives the load of its benchmark', () => {
    expect(guide.load).toEqual({ users: 10, seconds: 60, method: 'POST' });
  });
});

describe('a change of the guide', () => {
  const small = guide.latencyClasses.small;
  const changed: Guide = {
    ...guide,
    latencyClasses: {
      ...guide.latencyClasses,
      small: { ...small, p99: { ...small.p99, target: { below: 7 } } },
    },
  };

  function resultOf(of: Guide) {
    const checks = createChecks(of);
    const check = checks.find(({ id }) => id === 'inference-latency-p99')!;
    const { outcomes } = evaluateChecks({
      ...run,
      checks,
      subjects: [
        { id: 'endpoint/iris', kind: 'endpoint', latencyClass: 'small' },
      ],
      measurements: [
        measurementOf({
          metric: 'inference.latency',
          value: 8.1,
          interval: { lower: 8, upper: 8.2, level: 0.95 },
        }),
      ],
    });
    const outcome = outcomes.find(({ checkId }) => checkId === check.id)!;
    return {
      status: outcome.status,
      target: plain(formatTarget(outcome.target!, 'ms')),
      summary: plain(scoreOutcomes(outcomes).summary.text),
      table: targetTable(check, of),
    };
  }

  it('is followed by outcome, target, summary and documentation', () => {
    const before = resultOf(guide);
    const after = resultOf(changed);
    expect([before.status, before.target]).toEqual(['pass', '< 100 ms']);
    expect([after.status, after.target]).toEqual(['fail', '< 7 ms']);
    expect(after.summary).toContain('target < 7 ms: 16 % over');
    expect(before.table).toContain(
      '| Small | `inference.latency` P99 | < 100 ms |',
    );
    expect(after.table).toContain(
      '| Small | `inference.latency` P99 | < 7 ms |',
    );
  });
});

describe('the figures of the guide', () => {
  const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !path.includes('test'))
    .filter(path => !path.includes('__testUtils__') && path !== 'guide.ts')
    .map(
      path => [path, readFileSync(resolve(__dirname, path), 'utf8')] as const,
    );
  const figure =
    /\b(atMost|below|atLeast|above|ofBaseline|within|belowBytes)\s*:\s*\[?\s*[\d.]+/;

  it('stand in no target of another file', () => {
    expect(sources.length).toBeGreaterThan(40);
    const found = sources.filter(([, text]) => figure.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it('would be found if they did', () => {
    const own = readFileSync(resolve(__dirname, 'guide.ts'), 'utf8');
    expect(own.match(new RegExp(figure, 'g'))!.length).toBeGreaterThan(12);
  });
});
