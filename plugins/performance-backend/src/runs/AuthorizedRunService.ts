import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  performanceRunCancelPermission,
  performanceRunCreatePermission,
  performanceRunCreateProductionPermission,
} from '@dynoscope/backstage-plugin-performance-common';
import type {
  Plan,
  Run,
  RunPlanRequest,
  RunRequest,
} from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import { isPerformanceError, performanceError } from '../performanceError';
import type { EntityGuard } from '../permissions/EntityGuard';
import { noPlan } from './noPlan';
import type { OnBehalf, RunService } from './RunService';

/** Lets a caller do with runs what the permissions allow. What may not be seen is answered as if it did not exist. */
export class AuthorizedRunService implements RunService {
  private constructor(
    private readonly service: RunService,
    private readonly guard: EntityGuard,
    private readonly environments: PerformanceConfig['environments'],
  ) {}

  static create(options: {
    service: RunService;
    guard: EntityGuard;
    config: PerformanceConfig;
  }): AuthorizedRunService {
    const { service, guard, config } = options;
    return new AuthorizedRunService(service, guard, config.environments);
  }

  async plan(request: RunPlanRequest, options: OnBehalf): Promise<Plan> {
    const { credentials } = options;
    const entity = await this.guard.see(request.entityRef, credentials);
    await this.guard.demand(
      performanceRunCreatePermission,
      stringifyEntityRef(entity),
      credentials,
    );
    const plan = await this.service.plan(request, options);
    await this.demandProduction(plan, options);
    return plan;
  }

  async getPlan(id: string, options: OnBehalf): Promise<Plan> {
    const plan = await this.service.getPlan(id, options);
    if (!(await this.guard.find(plan.entityRef, options.credentials))) {
      throw noPlan(id);
    }
    return plan;
  }

  async start(
    request: RunRequest,
    options: OnBehalf & { idempotencyKey?: string },
  ): Promise<Run> {
    const { confirm, ...asked } = request;
    const plan =
      'planId' in asked
        ? await this.takePlan(asked.planId, options)
        : await this.plan(asked, options);
    try {
      return await this.service.start({ planId: plan.id, confirm }, options);
    } catch (error) {
      throw await this.withoutHiddenRun(error, options);
    }
  }

  async get(id: string, options: OnBehalf): Promise<Run> {
    const run = await this.service.get(id, options);
    if (!(await this.guard.find(run.entityRef, options.credentials))) {
      throw new NotFoundError(`There is no run ${id}`);
    }
    return run;
  }

  async cancel(id: string, options: OnBehalf): Promise<Run> {
    const run = await this.get(id, options);
    await this.guard.demand(
      performanceRunCancelPermission,
      run.entityRef,
      options.credentials,
    );
    return this.service.cancel(id, options);
  }

  /** A plan that was shown, for whoever may run it. */
  private async takePlan(id: string, options: OnBehalf): Promise<Plan> {
    const plan = await this.getPlan(id, options);
    await this.guard.demand(
      performanceRunCreatePermission,
      plan.entityRef,
      options.credentials,
    );
    await this.demandProduction(plan, options);
    return plan;
  }

  private async demandProduction(
    { entityRef, environment }: Plan,
    { credentials }: OnBehalf,
  ): Promise<void> {
    // A plan of an environment that is gone is guarded as well as can be.
    if (this.environments[environment]?.production ?? true) {
      await this.guard.demand(
        performanceRunCreateProductionPermission,
        entityRef,
        credentials,
      );
    }
  }

  /** The target may be kept busy by a run of an entity that the caller may not see. */
  private async withoutHiddenRun(error: unknown, options: OnBehalf) {
    if (!isPerformanceError(error) || error.runId === undefined) return error;
    const visible = await this.get(error.runId, options).catch(() => undefined);
    return visible ? error : performanceError(error.code, error.message);
  }
}
