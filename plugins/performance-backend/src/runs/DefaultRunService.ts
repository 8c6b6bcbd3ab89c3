import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  Plan,
  Run,
  RunPlanRequest,
  RunRequest,
} from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import { performanceError } from '../performanceError';
import type { Outbound } from '../subjects/outbound';
import { chooseEnvironment, entityEnvironments } from './chooseEnvironment';
import type { KillSwitch } from './killSwitch';
import { makePlan, type DraftPlan } from './makePlan';
import type { PlanStore } from './PlanStore';
import { principalOf } from './principalOf';
import type { RunQueue } from './queue/RunQueue';
import type { RunStore } from './queue/RunStore';
import { queueDraft, withRefusals } from './queueDraft';
import type { OnBehalf, RunService } from './RunService';

interface Options {
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  outbound: Outbound;
  killSwitch: KillSwitch;
  logger: LoggerService;
  plans: PlanStore;
  queue: RunQueue;
  runs: RunStore;
}

/** Runs without any authorisation: only {@link AuthorizedRunService} and the schedule may use it. */
export class DefaultRunService implements RunService {
  private constructor(private readonly options: Options) {}

  static create(options: Options): DefaultRunService {
    return new DefaultRunService(options);
  }

  async plan(
    request: RunPlanRequest,
    { credentials }: OnBehalf,
  ): Promise<Plan> {
    return this.options.plans.save(await this.draft(request, credentials));
  }

  async getPlan(id: string): Promise<Plan> {
    return (await this.options.plans.get(id)).plan;
  }

  async start(
    request: RunRequest,
    options: OnBehalf & { idempotencyKey?: string },
  ): Promise<Run> {
    const { config, queue, runs, plans } = this.options;
    const { credentials, idempotencyKey } = options;
    const id =
      'planId' in request
        ? request.planId
        : (await this.plan(request, { credentials })).id;
    const { plan, expired } = await plans.get(id);
    const { name: requestedBy, trigger } = principalOf(credentials);
    const idempotency =
      idempotencyKey === undefined
        ? undefined
        : { key: idempotencyKey, requestHash: hash(plan) };
    const earlier =
      idempotency && (await runs.earlier(requestedBy, idempotency));
    if (earlier) return earlier;
    if (expired) throw outdated('The plan expired; make a new one');
    const draft = await this.draft(
      {
        entityRef: plan.entityRef,
        environment: plan.environment,
        probes: [...new Set(plan.probes.map(({ probe }) => probe))],
      },
      credentials,
    );
    if (!isDeepStrictEqual(draft.probes, plan.probes)) {
      throw outdated(
        'The configuration or the entity changed since the plan was made; make a new one',
      );
    }
    if (draft.confirm !== null && request.confirm !== draft.confirm) {
      throw performanceError(
        'production-not-confirmed',
        `Field "confirm": ${plan.environment} is a production environment; send the name of the entity, "${draft.confirm}"`,
      );
    }
    return queueDraft({
      plan,
      draft,
      trigger,
      requestedBy,
      idempotency,
      limits: config.limits,
      queue,
    });
  }

  async get(id: string): Promise<Run> {
    return this.options.runs.get(id);
  }

  async cancel(id: string): Promise<Run> {
    return this.options.queue.cancel(id);
  }

  private async draft(
    request: RunPlanRequest,
    credentials: BackstageCredentials,
  ): Promise<DraftPlan> {
    const { catalog, config, registry, outbound, killSwitch, queue } =
      this.options;
    const entity = await catalog.getEntityByRef(request.entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`There is no entity ${request.entityRef}`);
    }
    const environments = await entityEnvironments({
      ...this.options,
      entity,
    });
    const draft = await makePlan({
      entity,
      environment: chooseEnvironment(environments, request.environment),
      probes: request.probes,
      known: registry.probes,
      limits: config.limits,
      outbound,
      killSwitch,
    });
    return withRefusals(draft, config.limits, queue);
  }
}

function outdated(message: string): Error {
  return performanceError('invalid', message);
}

function hash({ entityRef, environment, probes }: Plan): string {
  const asked = [
    entityRef,
    environment,
    ...probes.map(({ probe, subject }) => [probe, subject]),
  ];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
