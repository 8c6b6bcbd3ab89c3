import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Plan, ProbePlan, Report } from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import { isPerformanceError } from '../performanceError';
import type { ReportStore } from '../reports/ReportStore';
import { entityEnvironments } from '../runs/chooseEnvironment';
import { completePlan } from '../runs/completePlan';
import type { KillSwitch } from '../runs/killSwitch';
import { makePlan, switchedOff } from '../runs/makePlan';
import type { RunQueue } from '../runs/queue/RunQueue';
import { queueDraft } from '../runs/queueDraft';
import type { Deployments } from '../sources/deployments';
import type { Outbound } from '../subjects/outbound';
import { concludeExperiment } from './concludeExperiment';
import type { ExperimentStore } from './ExperimentStore';
import { planDifferences } from './planDifferences';
import type { StoredExperiment } from './StoredExperiment';

/** What it takes to queue the run of an experiment. */
export interface QueueOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  outbound: Outbound;
  killSwitch: KillSwitch;
  queue: RunQueue;
  reports: ReportStore;
  experiments: ExperimentStore;
  deployments: Deployments;
  logger: LoggerService;
  now(): Promise<Date>;
}

/** So long a change takes at least until a server has it. */
const settleMilliseconds = 3000;

/** Requested by the portal, so that no key of a caller can be that of an experiment. */
const requestedBy = 'experiment';

/** Something that passes, in a sentence. */
class Wait extends Error {}
/** Something that does not. */
class GiveUp extends Error {}

/**
 * Queues the run that measures an experiment: exactly the probe and the subject of the report before, as planned there.
 * While something is in the way it says so; what does not pass by itself ends as `unclear`.
 *
 * @returns the experiment, `undefined` when nothing changed
 */
export async function queueMeasurement(
  options: QueueOptions,
  stored: StoredExperiment,
): Promise<StoredExperiment | undefined> {
  const { experiments, queue } = options;
  const { experiment, measureAskedAt, runsQueued, tries } = stored;
  const waited =
    (await options.now()).getTime() - (measureAskedAt?.getTime() ?? 0);
  if (waited < settleMilliseconds) return undefined;
  try {
    const run = await queueRun(options, stored);
    const queued = await experiments.change(stored, {
      runsQueued: runsQueued + 1,
      tries: tries + 1,
      experiment: { runId: run.id, waiting: undefined },
    });
    if (queued) return queued;
    // Abandoned, put back, or queued by another replica, which then has the same run.
    const current = await experiments.get(experiment.id);
    if (current?.experiment.runId !== run.id) await queue.cancel(run.id);
    return undefined;
  } catch (error) {
    if (error instanceof Wait) {
      const { message } = error;
      return experiment.waiting === message
        ? undefined
        : experiments.change(stored, { experiment: { waiting: message } });
    }
    if (!(error instanceof GiveUp)) throw error;
    const reason = error.message;
    return concludeExperiment({ ...options, stored, reason });
  }
}

async function queueRun(options: QueueOptions, stored: StoredExperiment) {
  const { config, queue, reports, registry } = options;
  const { id, baseReportId } = stored.experiment;
  const base = await reports.get(baseReportId);
  if (!base) throw new GiveUp('The report before the change is gone.');
  const wanted = plansOf(base, stored, registry);
  const draft = await draftOf(options, stored, wanted);
  if (!isDeepStrictEqual(draft.probes, wanted)) {
    throw new GiveUp(
      `The same plan cannot be run again: ${planDifferences(
        wanted,
        draft.probes,
      )}.`,
    );
  }
  const key = `${id}.${stored.runsQueued}`;
  try {
    return await queueDraft({
      plan: completePlan(draft, await options.now()),
      draft,
      trigger: 'experiment',
      requestedBy,
      // A crash between queueing the run and remembering it finds the same run again.
      idempotency: {
        key,
        requestHash: createHash('sha256').update(key).digest('hex'),
      },
      limits: config.limits,
      queue,
    });
  } catch (error) {
    if (!isPerformanceError(error)) throw error;
    const lasting = ['address-not-allowed', 'redirect-refused', 'invalid'];
    throw lasting.includes(error.code)
      ? new GiveUp(error.message)
      : new Wait(error.message);
  }
}

/** The plan of the run as it would be made now, of the one subject. */
async function draftOf(
  options: QueueOptions,
  { experiment }: StoredExperiment,
  wanted: ProbePlan[],
) {
  const { auth, catalog, config, registry, deployments } = options;
  if (!options.killSwitch.enabled) throw new Wait(`${switchedOff.message}.`);
  const entity = await catalog.getEntityByRef(experiment.entityRef, {
    credentials: await auth.getOwnServiceCredentials(),
  });
  if (!entity) throw new GiveUp('The entity is no longer in the catalog.');
  const environments = await entityEnvironments({ ...options, entity });
  const environment = environments.find(
    ({ name }) => name === experiment.environment,
  );
  if (!environment) {
    throw new GiveUp(`There is no environment ${experiment.environment} now.`);
  }
  const subjects = environment.subjects.filter(
    ({ subject }) => subject.id === experiment.subject,
  );
  if (subjects.length === 0) {
    throw new Wait(`The entity does not have ${experiment.subject} now.`);
  }
  const { deployment } = await deployments.read(subjects[0].subject);
  if (deployment?.ready === false) {
    throw new Wait('The cluster is still rolling the change out.');
  }
  return makePlan({
    ...options,
    entity,
    environment: { ...environment, subjects },
    probes: wanted.map(({ probe }) => probe),
    known: registry.probes,
    limits: config.limits,
  });
}

/** What the report before planned for the subject with the probes that give the promised metric. */
function plansOf(
  base: Report,
  { experiment: { expected, subject } }: StoredExperiment,
  registry: Registry,
): Plan['probes'] {
  const emits = (probe: string) =>
    registry.probes
      .find(({ id }) => id === probe)
      ?.metrics.some(({ id }) => id === expected.metric);
  const plans = base.plan.probes.filter(
    plan => plan.subject === subject && emits(plan.probe),
  );
  if (plans.length > 0) return plans;
  throw new GiveUp(
    'The probe that measured it before the change is not here any more.',
  );
}
