import { measurementOf, run } from './__testUtils__/fixtures';
import { checks } from './checks';
import { evaluateChecks, type EvaluateChecksOptions } from './evaluateChecks';

const iris = { id: 'endpoint/iris', kind: 'endpoint' };
const p99 = (value: number, subject = iris.id) =>
  measurementOf({ metric: 'inference.latency', value, subject });

function evaluate(options: Partial<EvaluateChecksOptions>) {
  const { outcomes, problems } = evaluateChecks({
    ...run,
    subjects: [iris],
    measurements: [],
    ...options,
  });
  const of = (checkId: string) =>
    outcomes.filter(outcome => outcome.checkId === checkId);
  return { outcomes, problems, of };
}

describe('evaluateChecks', () => {
  it('gives one outcome for each check and subject, in the order of the guide', () => {
    const ranker = { id: 'endpoint/ranker', kind: 'endpoint' };
    const { outcomes, of, problems } = evaluate({
      subjects: [iris, ranker],
      measurements: [p99(8), p99(900, ranker.id)],
    });
    expect(problems).toEqual([]);
    expect([...new Set(outcomes.map(({ checkId }) => checkId))]).toEqual(
      checks.map(({ id }) => id),
    );
    expect(
      of('inference-latency-p99').map(each => [each.subject, each.status]),
    ).toEqual([
      ['endpoint/iris', 'pass'],
      ['endpoint/ranker', 'fail'],
    ]);
  });

  it('passes over checks without a subject, unless they are required', () => {
    const { of } = evaluate({
      required: ['no-oom', 'llm-time-to-first-token'],
    });
    expect(of('gpu-utilization')).toMatchObject([
      {
        subject: '',
        status: 'not-applicable',
        reason: 'No GPU is named for this entity here.',
      },
    ]);
    expect(of('no-oom')).toMatchObject([
      {
        subject: '',
        status: 'no-data',
        reason:
          'performance.required lists this check, yet it could not be made: No workload is named for this entity here.',
      },
    ]);
    expect(of('llm-time-to-first-token')).toMatchObject([
      { subject: 'endpoint/iris', status: 'no-data' },
    ]);
  });

  it('turns missing data into an error when the probe for it failed there', () => {
    const failure = {
      subject: iris.id,
      probe: 'inference',
      reason: 'Connection refused.',
      metrics: ['inference.latency', 'inference.error_rate'],
    };
    const { of } = evaluate({
      errors: [failure, { ...failure, subject: 'endpoint/other' }],
      measurements: [p99(8)],
    });
    expect(of('inference-error-rate')).toMatchObject([
      { status: 'error', reason: 'Connection refused.' },
    ]);
    expect(of('inference-latency-p99')).toMatchObject([{ status: 'pass' }]);
    expect(of('inference-throughput')).toMatchObject([{ status: 'no-data' }]);
  });

  it('names the checks of findings whose probe failed', () => {
    const { of } = evaluate({
      subjects: [{ id: 'database/mlflow', kind: 'database' }],
      errors: [
        {
          subject: 'database/mlflow',
          probe: 'postgres',
          reason: 'No permission.',
          metrics: ['database.query_time'],
          checkIds: ['database-indexes'],
        },
      ],
    });
    expect(of('database-indexes')).toMatchObject([{ status: 'error' }]);
    expect(of('database-query-time')).toMatchObject([{ status: 'error' }]);
    expect(of('database-settings')).toMatchObject([{ status: 'no-data' }]);
  });

  it('tells checks that no probe of the run was for from those that got no value', () => {
    const { of } = evaluate({ attempted: ['inference.latency'] });
    expect(of('inference-latency-p99')[0].messages?.reason.id).toBe(
      'outcome.no-value',
    );
    expect(of('inference-error-rate')[0]).toMatchObject({
      status: 'no-data',
      reason: 'No probe of this run measures it.',
      metric: 'inference.error_rate',
      statistic: 'upper95',
      unit: '%',
      target: { below: 0.1 },
      messages: { reason: { id: 'outcome.not-attempted' } },
    });
  });

  it('leaves out what it cannot judge, and says so', () => {
    const { problems, of } = evaluate({
      measurements: [
        p99(NaN),
        { ...p99(8), interval: { lower: -Infinity, upper: 9, level: 0.95 } },
        { ...p99(8), unit: '%' },
        p99(8, 'endpoint/gone'),
      ],
    });
    expect(of('inference-latency-p99')[0].status).toBe('no-data');
    expect(problems).toEqual([
      'inference.latency (p99) of endpoint/iris is not a number and is left out',
      'inference.latency (p99) of endpoint/iris is in %, which cannot be compared with ms',
      'inference.latency (p99) of endpoint/gone was measured, but the entity has no such subject',
    ]);
  });

  it('converts units, with their intervals', () => {
    const seconds = {
      ...p99(0.412),
      unit: 's' as const,
      interval: { lower: 0.396, upper: 0.431, level: 0.95 },
    };
    const [outcome] = evaluate({ measurements: [seconds] }).of(
      'inference-latency-p99',
    );
    expect(outcome).toMatchObject({
      value: 412,
      unit: 'ms',
      interval: { lower: 396, upper: 431 },
      status: 'pass',
    });
  });

  it('takes the newest of several measurements of one value', () => {
    const { of } = evaluate({ measurements: [p99(900), p99(8)] });
    expect(of('inference-latency-p99')[0].value).toBe(8);
  });

  it('judges by checks of somebody else as by its own', () => {
    const own = {
      ...checks[0],
      id: 'queue-depth',
      subjectKinds: ['queue'],
      metrics: [{ metric: 'queue.depth', statistic: 'max' }],
      target: () => undefined,
      evaluate: () => ({ status: 'pass' as const }),
    };
    const { outcomes } = evaluate({
      checks: [own],
      subjects: [{ id: 'queue/a', kind: 'queue' }],
    });
    expect(outcomes).toMatchObject([
      { checkId: 'queue-depth', subject: 'queue/a', status: 'pass' },
    ]);
  });
});
