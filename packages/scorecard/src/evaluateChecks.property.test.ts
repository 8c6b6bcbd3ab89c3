import fc from 'fast-check';
import { measurementOf, run } from './__testUtils__/fixtures';
import { checks } from './checks';
import { evaluateChecks } from './evaluateChecks';
import { latencyClasses } from './latencyClass';
import { metrics } from './metrics';
import { outcomeSchema } from './outcomeSchema';
import { type Target } from './schema';
import { units } from './units';

describe('evaluateChecks of anything', () => {
  const kinds = checks.flatMap(({ subjectKinds }) => subjectKinds);
  const subjects = fc.uniqueArray(
    fc.record(
      {
        id: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom(...kinds),
        latencyClass: fc.constantFrom(...latencyClasses),
      },
      { requiredKeys: ['id', 'kind'] },
    ),
    { selector: ({ id }) => id },
  );
  const anything = fc.oneof(fc.double(), fc.integer(), fc.constant(0));
  const measurement = fc
    .record(
      {
        metric: fc.constantFrom(...metrics.map(({ id }) => id), 'other'),
        statistic: fc.constantFrom(
          'p50',
          'p99',
          'p95',
          'max',
          'mean',
          'median',
          'upper95',
          'count',
          'slope',
        ),
        subject: fc.constantFrom('a', 'b', 'c', 'd'),
        value: anything,
        unit: fc.constantFrom(...units),
        n: fc.nat(10_000),
        interval: fc.record({
          lower: anything,
          upper: anything,
          level: fc.constant(0.95),
        }),
        confidence: fc.record({
          value: fc.constantFrom(0, 0.5, 1),
          reasons: fc.constant<string[]>([]),
        }),
        facts: fc.dictionary(
          fc.constantFrom(
            'users',
            'p50Ms',
            'arrival',
            'rateCeiling',
            'ceilingReached',
            'failed',
            'attempts',
            'need',
            'verdict',
          ),
          fc.oneof(
            anything,
            fc.boolean(),
            fc.constantFrom('closed', 'none', 'confirmed', null),
          ),
        ),
      },
      {
        requiredKeys: ['metric', 'statistic', 'subject', 'value', 'unit', 'n'],
      },
    )
    .map(measurementOf);
  const target = fc.oneof(
    fc.constantFrom<Target>(
      { none: 'leak' },
      { ofBaseline: 0.9 },
      { within: [0, 1] },
    ),
    fc.double({ noNaN: true }).map((below): Target => ({ below })),
    fc.double({ noNaN: true }).map((atLeast): Target => ({ atLeast })),
  );
  const targets = fc.dictionary(
    fc.constantFrom(...checks.map(({ id }) => id)),
    target,
  );

  it('never throws, forgets no check, and makes outcomes that may cross the wire', () => {
    const measurements = fc.array(measurement, { maxLength: 12 });
    fc.assert(
      fc.property(
        subjects,
        measurements,
        targets,
        targets,
        (all, given, configuration, annotation) => {
          const { outcomes } = evaluateChecks({
            ...run,
            subjects: all,
            measurements: given,
            baseline: given,
            targets: { configuration, annotation },
          });
          const expected = checks.reduce(
            (sum, { subjectKinds }) =>
              sum +
              (all.filter(({ kind }) => subjectKinds.includes(kind)).length ||
                1),
            0,
          );
          expect(outcomes).toHaveLength(expected);
          outcomes.forEach(outcome => outcomeSchema.parse(outcome));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
