import * as fc from 'fast-check';
import { parse } from 'yaml';
import { inferenceServiceGenerator } from './inferenceServiceGenerator';

/** What a term of an arithmetic comes to; nothing but numbers, the four rules, ceil, floor, min and max gets in. */
function evaluate(term: string): number {
  const expression = term
    .replace(/, at (least|most) \d+$/, '')
    .replace(/(\d)(\/s| s| ms| users)/g, '$1')
    .replace(/×/g, '*')
    .replace(/÷/g, '/')
    .replace(/−/g, '-');
  expect(expression).toMatch(/^([-+*/(), .\d]|e[+-]\d|ceil|floor|min|max)+$/);
  // eslint-disable-next-line no-new-func
  return new Function('ceil', 'floor', 'min', 'max', `return ${expression}`)(
    (value: number) => Math.ceil(Number(value.toPrecision(12))),
    (value: number) => Math.floor(Number(value.toPrecision(12))),
    Math.min,
    Math.max,
  );
}

const ceilOf = (numerator: bigint, denominator: bigint) =>
  Number((numerator + denominator - 1n) / denominator);

const loads = fc.record({
  rate: fc.integer({ min: 1, max: 2000 }),
  serviceMs: fc.integer({ min: 1, max: 400 }),
  slots: fc.integer({ min: 1, max: 64 }),
  busy: fc.integer({ min: 1, max: 100 }),
});

describe('the arithmetic of an inference service', () => {
  it.each([
    [{ usualRate: 100, peakRate: 190, serviceMs: 33.4, slots: 4 }, 2, 3, 83],
    [{ usualRate: 140, peakRate: 140, serviceMs: 10, slots: 1 }, 2, 2, 70],
    [{ usualRate: 1, peakRate: 2, serviceMs: 1, slots: 1 }, 2, 2, 700],
    [{ usualRate: 500, peakRate: 5000, serviceMs: 12, slots: 2 }, 5, 43, 116],
  ])(
    'of %j gives %i to %i replicas and %i requests a second',
    (load, least, most, rate) => {
      const [{ content }] = inferenceServiceGenerator.generate({
        name: 'a',
        autoscaling: { form: 'keda' },
        ...load,
      }).files;
      const { predictor } = parse(content).spec;
      expect(predictor.minReplicas).toBe(least);
      expect(predictor.maxReplicas).toBe(most);
      expect(predictor.autoScaling.metrics[1].external.target.value).toBe(
        String(rate),
      );
    },
  );

  it('agrees with whole numbers, and each line with itself and with the value below it', () => {
    fc.assert(
      fc.property(loads, ({ rate, serviceMs, slots, busy }) => {
        const needed = ceilOf(
          BigInt(rate * serviceMs),
          BigInt(slots * busy * 10),
        );
        fc.pre(needed <= 1000);
        const { files, values } = inferenceServiceGenerator.generate({
          name: 'a',
          latencyClass: 'large',
          autoscaling: { form: 'keda', cpuUtilization: busy },
          usualRate: rate,
          peakRate: rate,
          serviceMs,
          slots,
        });
        const service = parse(files[0].content);
        const at = (path: string) =>
          path
            .split('/')
            .slice(1)
            .reduce((node, key) => node[key], service);
        expect(at('/spec/predictor/minReplicas')).toBe(Math.max(2, needed));
        expect(at('/spec/predictor/maxReplicas')).toBe(Math.max(2, needed));
        const target = values.find(({ path }) =>
          path.endsWith('/target/value'),
        );
        const perReplica = Number(
          BigInt(slots * busy * 10) / BigInt(serviceMs),
        );
        expect(target?.value).toBe(perReplica >= 1 ? perReplica : undefined);
        for (const { path, value, arithmetic } of values) {
          if (!arithmetic || path === '/spec/maxUnavailable') continue;
          expect(String(at(path))).toBe(String(value));
          expect(files[0].content.replace(/\n +# /g, ' ')).toContain(
            arithmetic,
          );
          const results = arithmetic.split(' = ').map(evaluate);
          expect(new Set(results).size).toBe(1);
          const bound = /, at (?:least|most) (\d+)$/.exec(arithmetic)?.[1];
          expect(value).toBe(bound ? Number(bound) : results[0]);
        }
      }),
    );
  });

  it('of the batcher agrees with itself and with its value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('small', 'medium', 'large'),
        fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        fc.integer({ min: 4, max: 300 }),
        (latencyClass, serviceMs, users) => {
          const { values } = inferenceServiceGenerator.generate({
            name: 'a',
            latencyClass,
            serviceMs,
            users,
            batcher: { enabled: true },
          });
          const batcher = values.filter(({ path }) =>
            path.includes('/batcher/'),
          );
          expect(batcher).toHaveLength(2);
          for (const { value, arithmetic = '' } of batcher) {
            expect([...new Set(arithmetic.split(' = ').map(evaluate))]).toEqual(
              [value],
            );
          }
        },
      ),
    );
  });

  it('shows as many digits as it takes to see why a value was rounded up', () => {
    const { values } = inferenceServiceGenerator.generate({
      name: 'a',
      usualRate: 100_000.01,
      serviceMs: 6,
      slots: 1,
      autoscaling: { cpuUtilization: 100, maxReplicas: 700 },
    });
    expect(values[0].arithmetic).toBe(
      'ceil(100000/s × 0.006 s ÷ (1 × 1)) = ceil(600.0001) = 601',
    );
  });

  it('holds as many replicas as the peak needs where nothing scales', () => {
    const load = { usualRate: 100, peakRate: 1000, serviceMs: 10 };
    const { values, files } = inferenceServiceGenerator.generate({
      name: 'a',
      autoscaling: { form: 'none' },
      ...load,
    });
    const { predictor } = parse(files[0].content).spec;
    expect(predictor.minReplicas).toBe(15);
    expect(predictor).not.toHaveProperty('maxReplicas');
    expect(values.map(({ path }) => path)).not.toContain(
      '/spec/predictor/maxReplicas',
    );
  });

  it('says that a load needs more than was asked for', () => {
    const { warnings, values } = inferenceServiceGenerator.generate({
      name: 'a',
      autoscaling: { maxReplicas: 4 },
      peakRate: 1000,
      serviceMs: 10,
    });
    expect(values[1]).toMatchObject({
      value: 4,
      source: 'yours',
      arithmetic: 'ceil(1000/s × 0.01 s ÷ (1 × 0.7)) = ceil(14.2857) = 15',
    });
    expect(warnings).toContain(
      'autoscaling.maxReplicas: The load needs 15, and only 4 are written.',
    );
  });
});
