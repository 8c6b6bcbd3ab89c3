import {
  performanceExperimentCreatePermission,
  performanceRunCreatePermission,
  performanceRunCreateProductionPermission,
} from '@dynoscope/backstage-plugin-performance-common';
import type {
  Experiment,
  ExperimentRequest,
  List,
  RemedyRecord,
} from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { EntityGuard } from '../permissions/EntityGuard';
import type { ReportService } from '../reports/ReportService';
import type { OnBehalf } from '../runs/RunService';
import type { ExperimentService } from './ExperimentService';
import { noExperiment } from './noExperiment';

/** Lets a caller do with experiments what the permissions allow. What may not be seen is answered as if it did not exist. */
export class AuthorizedExperimentService implements ExperimentService {
  private constructor(
    private readonly service: ExperimentService,
    private readonly reports: ReportService,
    private readonly guard: EntityGuard,
    private readonly environments: PerformanceConfig['environments'],
  ) {}

  /** @param options - `reports`: those that a caller may see */
  static create(options: {
    service: ExperimentService;
    reports: ReportService;
    guard: EntityGuard;
    config: Pick<PerformanceConfig, 'environments'>;
  }): AuthorizedExperimentService {
    const { service, reports, guard, config } = options;
    return new AuthorizedExperimentService(
      service,
      reports,
      guard,
      config.environments,
    );
  }

  async create(
    request: ExperimentRequest,
    options: OnBehalf,
  ): Promise<Experiment> {
    const report = await this.reports.get(request.reportId, options);
    await this.demand(report, options);
    return this.service.create(request, options);
  }

  async get(id: string, options: OnBehalf): Promise<Experiment> {
    const experiment = await this.service.get(id, options);
    const { entityRef } = experiment;
    if (!(await this.guard.find(entityRef, options.credentials))) {
      throw noExperiment(id);
    }
    return experiment;
  }

  async list(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<List<Experiment>> {
    await this.guard.see(entityRef, options.credentials);
    return this.service.list(entityRef, options);
  }

  async measure(
    id: string,
    options: OnBehalf & { confirm?: string },
  ): Promise<Experiment> {
    await this.demand(await this.get(id, options), options);
    return this.service.measure(id, options);
  }

  async undo(id: string, options: OnBehalf): Promise<Experiment> {
    await this.demand(await this.get(id, options), options);
    return this.service.undo(id, options);
  }

  async abandon(id: string, options: OnBehalf): Promise<Experiment> {
    await this.demand(await this.get(id, options), options);
    return this.service.abandon(id, options);
  }

  /** Numbers over all entities name none of them. */
  async records(): Promise<List<RemedyRecord>> {
    return this.service.records();
  }

  private async demand(
    place: { entityRef: string; environment: string },
    { credentials }: OnBehalf,
  ): Promise<void> {
    const permissions = [
      performanceExperimentCreatePermission,
      performanceRunCreatePermission,
    ];
    // An environment that is gone is guarded as well as can be.
    if (this.environments[place.environment]?.production ?? true) {
      permissions.push(performanceRunCreateProductionPermission);
    }
    for (const permission of permissions) {
      await this.guard.demand(permission, place.entityRef, credentials);
    }
  }
}
