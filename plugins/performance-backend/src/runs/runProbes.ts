import { isDeepStrictEqual } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Limits,
  Probe,
  ResolvedAddress,
  Subject,
} from '@dynoscope/backstage-plugin-performance-node';
import type {
  ErrorCode,
  ProbePlan,
  ProbeProgress,
  Run,
} from '@dynoscope/scorecard';
import { isPerformanceError, performanceError } from '../performanceError';
import type { Series } from '../reports/MeasurementStore';
import { planSubject } from './makePlan';
import { measureSubject, type Findings } from './measureSubject';
import { firstProgress } from './queue/addRun';

/** How one probe of a plan ended. */
export type ProbeResult = { plan: ProbePlan } & (
  | { findings: Findings }
  | { error: { code?: ErrorCode; message: string } }
);

/**
 * Runs the probes of a plan, one after the other: the only loop that does. What one throws becomes its error and never
 * touches the others; an abort ends the loop with what was done until then.
 */
export async function runProbes(options: {
  run: Run;
  /** What the entity has now; a plan that does not fit it any more is not run. */
  subjects: { probe: Probe; subject: Subject }[];
  limits: Limits;
  signal: AbortSignal;
  logger: LoggerService;
  resolve(url: string, plan: ProbePlan): Promise<ResolvedAddress>;
  /** The newest reliable value of a series. */
  previous(series: Series): Promise<{ value: number; n: number } | undefined>;
  onProgress(progress: Run['progress']): void;
  settleMilliseconds?: number;
}): Promise<ProbeResult[]> {
  const { run, signal, logger, resolve, previous, onProgress } = options;
  const { settleMilliseconds } = options;
  const progress = firstProgress(run.plan).probes;
  const update = (index: number, change: Partial<ProbeProgress>) => {
    progress[index] = { ...progress[index], ...change };
    onProgress({ probes: [...progress] });
  };
  const results: ProbeResult[] = [];
  for (const [index, plan] of run.plan.probes.entries()) {
    if (signal.aborted) break;
    update(index, { state: 'running' });
    try {
      const { probe, subject } = find(plan, options);
      const findings = await measureSubject({
        runId: run.id,
        probe,
        subject,
        plan,
        signal,
        resolve: url => resolve(url, plan),
        previous: (metric, statistic) =>
          previous({ metric, statistic, subject: plan.subject }),
        onProgress: change => update(index, change),
        settleMilliseconds,
      });
      results.push({ plan, findings });
      update(index, { state: 'succeeded' });
    } catch (thrown) {
      if (signal.aborted) break;
      const error = explain(thrown);
      logger.warn('A probe failed', {
        runId: run.id,
        probe: plan.probe,
        subject: plan.subject,
        ...error,
        stack: String((thrown as Error)?.stack),
      });
      results.push({ plan, error });
      update(index, { state: 'failed', message: error.message });
    }
  }
  for (const [index, { state }] of progress.entries()) {
    if (state === 'waiting' || state === 'running') {
      update(index, { state: 'cancelled' });
    }
  }
  return results;
}

/** The probe and subject of a plan, when it would be planned the same way now. */
function find(
  plan: ProbePlan,
  {
    subjects,
    limits,
  }: Pick<Parameters<typeof runProbes>[0], 'subjects' | 'limits'>,
) {
  const found = subjects.find(
    ({ probe, subject }) =>
      probe.id === plan.probe && subject.id === plan.subject,
  );
  if (!found || !isDeepStrictEqual(planSubject({ ...found, limits }), plan)) {
    throw performanceError(
      'invalid',
      'The configuration or the entity changed since the plan was made; make a new plan',
    );
  }
  return found;
}

/** What may be shown: an error without a code may hold anything, so only the log has its text. */
function explain(thrown: unknown): { code?: ErrorCode; message: string } {
  if (isPerformanceError(thrown)) {
    return { code: thrown.code, message: thrown.message };
  }
  return {
    message:
      'The probe failed unexpectedly; the log of the backend has the details',
  };
}
