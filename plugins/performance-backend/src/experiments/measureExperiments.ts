import { NotFoundError } from '@backstage/errors';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Experiment, Run } from '@dynoscope/scorecard';
import type { ReportStore } from '../reports/ReportStore';
import { activeStates } from '../runs/queue/transitions';
import type { RunStore } from '../runs/queue/RunStore';
import { concludeExperiment } from './concludeExperiment';
import type { ExperimentStore } from './ExperimentStore';
import { queueMeasurement, type QueueOptions } from './queueMeasurement';
import type { StoredExperiment } from './StoredExperiment';

interface Options extends QueueOptions {
  experiments: ExperimentStore;
  reports: ReportStore;
  runs: RunStore;
  /** Told each change of an experiment. */
  onChange(experiment: Experiment): void;
}

/** A budget of a day is free again after that; whatever else is in the way, nobody expects the load any more. */
const longestWaitMilliseconds = 24 * 60 * 60 * 1000;
/** Runs of one measurement that may be interrupted or find nobody there, before it is given up. */
const mostTries = 3;
/** What was not there may be on its way. */
const retryMilliseconds = 10_000;

/** Looks every 5 s, on one of the replicas, for experiments to measure, and for the verdict of those that are. */
export async function scheduleExperiments(
  options: Options & { scheduler: SchedulerService },
): Promise<void> {
  await options.scheduler.scheduleTask({
    id: 'measure-experiments',
    frequency: { seconds: 5 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 2 },
    fn: signal => measureExperiments(options, signal),
  });
}

/** Goes one step with every experiment that is to be measured. Two that do so at once do each step once. */
export async function measureExperiments(
  options: Options,
  signal?: AbortSignal,
): Promise<void> {
  for (const stored of await options.experiments.due()) {
    if (signal?.aborted) return;
    try {
      const changed = await step(options, stored);
      if (changed) options.onChange(changed.experiment);
    } catch (error) {
      // One experiment must not keep the others from their turn.
      options.logger.error('An experiment could not be measured', {
        experimentId: stored.experiment.id,
        stack: String((error as Error)?.stack ?? error),
      });
    }
  }
}

async function step(
  options: Options,
  stored: StoredExperiment,
): Promise<StoredExperiment | undefined> {
  const { experiments, runs, reports, registry } = options;
  const { runId, waiting = '' } = stored.experiment;
  const { measureAskedAt } = stored;
  const waited = (await options.now()).getTime() - measureAskedAt!.getTime();
  if (waited > longestWaitMilliseconds) {
    const reason = `It was given up after a day. ${waiting}`.trim();
    return concludeExperiment({ ...options, stored, reason });
  }
  if (!runId) return queueMeasurement(options, stored);
  const run = await runs.get(runId).catch(ifMissing);
  if (run && activeStates.includes(run.state)) return undefined;
  if (run && mayTryAgain(run, stored)) {
    const { now } = options;
    const since = Date.parse(run.finishedAt ?? run.createdAt);
    if ((await now()).getTime() - since < retryMilliseconds) return undefined;
    return experiments.change(stored, {
      experiment: {
        runId: undefined,
        waiting: `${endOf(run)} It is tried again.`,
      },
    });
  }
  const report = run?.reportId && (await reports.get(run.reportId));
  const base = await reports.get(stored.experiment.baseReportId);
  return concludeExperiment({
    experiments,
    stored,
    now: options.now,
    ...(report && base
      ? { base, report, metrics: registry.metrics }
      : { reason: `${endOf(run)} Choose Measure again.` }),
  });
}

function mayTryAgain(run: Run, { tries }: StoredExperiment): boolean {
  const passing =
    run.state === 'interrupted' || run.error?.code === 'unreachable';
  return passing && tries < mostTries;
}

function endOf(run: Run | undefined): string {
  if (!run) return 'The run that was to measure it is gone.';
  if (run.state === 'cancelled') {
    return 'The run that was to measure it was cancelled.';
  }
  return (
    run.error?.message ?? 'The run that was to measure it brought no report.'
  );
}

function ifMissing(error: unknown): undefined {
  if (error instanceof NotFoundError) return undefined;
  throw error;
}
