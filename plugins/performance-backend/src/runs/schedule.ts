import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import type { EntityStore } from '../entities/EntityStore';
import { isPerformanceError } from '../performanceError';
import type { Outbound } from '../subjects/outbound';
import {
  entityEnvironments,
  type EntityEnvironment,
} from './chooseEnvironment';
import type { KillSwitch } from './killSwitch';
import { makePlan } from './makePlan';
import { scheduledProbes } from './nextScheduledRun';
import { completePlan } from './completePlan';
import type { RunQueue } from './queue/RunQueue';
import type { RunStore } from './queue/RunStore';
import { queueDraft } from './queueDraft';

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  outbound: Outbound;
  killSwitch: KillSwitch;
  entities: EntityStore;
  queue: RunQueue;
  runs: RunStore;
  logger: LoggerService;
  now(): Promise<Date>;
}

/** Scheduled runs that wait at a time: more would hold their targets, and be given up before a worker has time for them. */
const mostWaiting = 4;
/** For so many times the frequency it is remembered who had a turn when. */
const rememberedTurns = 24;

/** Looks every 10 s, on one of the replicas, for entities whose next run is due, and queues them. */
export async function scheduleRuns(
  options: Options & { scheduler: SchedulerService },
): Promise<void> {
  const { scheduler, config } = options;
  if (!config.schedule.enabled) return;
  await scheduler.scheduleTask({
    id: 'queue-runs',
    frequency: { seconds: 10 },
    initialDelay: { seconds: config.schedule.initialDelaySeconds },
    timeout: { minutes: 2 },
    fn: signal => queueDueRuns(options, signal).then(() => {}),
  });
}

/**
 * Queues a run for each entity and environment that is due.
 *
 * @returns number of runs queued
 */
export async function queueDueRuns(
  options: Options,
  signal?: AbortSignal,
): Promise<number> {
  let queued = 0;
  if (!options.killSwitch.enabled) return queued;
  const waiting = await options.runs.scheduledWaiting();
  for (const { entity, environment } of await duePlaces(options)) {
    if (signal?.aborted || waiting + queued >= mostWaiting) return queued;
    if (await queueRun(options, entity, environment)) queued++;
  }
  return queued;
}

/** What is due, and first what waits longest: with more to measure than there is time for, each has its turn. */
async function duePlaces(options: Options) {
  const { config, runs } = options;
  const { frequencySeconds } = config.schedule;
  const entities = await candidates(options);
  await options.entities.put(entities);
  const last = await runs.scheduledWithin(rememberedTurns * frequencySeconds);
  const dueBefore = (await options.now()).getTime() - frequencySeconds * 1000;
  const places = await Promise.all(
    entities.map(async entity =>
      (
        await entityEnvironments({ ...options, entity })
      ).map(environment => {
        const run = last.find(
          place =>
            place.entityRef === stringifyEntityRef(entity) &&
            place.environment === environment.name,
        );
        return { entity, environment, at: run?.at.getTime() ?? 0 };
      }),
    ),
  );
  return places
    .flat()
    .filter(({ at }) => at <= dueBefore)
    .sort((a, b) => a.at - b.at);
}

async function queueRun(
  options: Options,
  entity: Entity,
  environment: EntityEnvironment,
): Promise<boolean> {
  const { config, registry, queue, logger } = options;
  const probes = scheduledProbes(environment, config);
  if (probes.length === 0) return false;
  try {
    const draft = await makePlan({
      ...options,
      entity,
      environment,
      probes,
      known: registry.probes,
      limits: config.limits,
    });
    await queueDraft({
      plan: completePlan(draft, await options.now()),
      draft,
      trigger: 'schedule',
      requestedBy: 'schedule',
      limits: config.limits,
      queue,
    });
    return true;
  } catch (error) {
    const place = {
      entityRef: stringifyEntityRef(entity),
      environment: environment.name,
    };
    if (isPerformanceError(error)) {
      const { code, message } = error;
      logger.debug('A scheduled run was not queued', {
        ...place,
        code,
        message,
      });
    } else {
      // One entity, or a probe that cannot plan it, must not keep the others from their turn.
      logger.error('A scheduled run could not be queued', {
        ...place,
        stack: String((error as Error)?.stack ?? error),
      });
    }
    return false;
  }
}

/** Entities that configuration names, and those that carry an annotation of a probe. */
async function candidates(options: Options): Promise<Entity[]> {
  const { auth, catalog, registry } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const found = new Map<string, Entity>();
  const add = (entity: Entity | undefined) => {
    if (entity) found.set(stringifyEntityRef(entity), entity);
  };
  const named = registry.probes.flatMap(each => each.candidates.entityRefs);
  const annotations = registry.probes.flatMap(
    each => each.candidates.annotations,
  );
  if (named.length > 0) {
    const entityRefs = [...new Set(named)];
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials },
    );
    items.forEach(add);
  }
  if (annotations.length > 0) {
    const { items } = await catalog.getEntities(
      {
        filter: [...new Set(annotations)].map(annotation => ({
          [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
        })),
      },
      { credentials },
    );
    items.forEach(add);
  }
  return [...found.values()];
}
