import type { Entity } from '@backstage/catalog-model';
import {
  performanceEvidenceReadPermission,
  performanceExperimentCreatePermission,
  performanceRunCancelPermission,
  performanceRunCreatePermission,
  performanceRunCreateProductionPermission,
} from '@dynoscope/backstage-plugin-performance-common';
import type {
  AllowedAction,
  List,
  Report,
  ReportSummary,
  Scorecard,
  Trend,
  TrendQuery,
} from '@dynoscope/scorecard';
import type { EntityGuard } from '../permissions/EntityGuard';
import type { OnBehalf } from '../runs/RunService';
import { noReport } from './noReport';
import type { ReportService } from './ReportService';

const permissionOf = {
  run: performanceRunCreatePermission,
  'run-production': performanceRunCreateProductionPermission,
  cancel: performanceRunCancelPermission,
  evidence: performanceEvidenceReadPermission,
  experiment: performanceExperimentCreatePermission,
};

/** Lets a caller read what the permissions allow. What may not be seen is answered as if it did not exist. */
export class AuthorizedReportService implements ReportService {
  private constructor(
    private readonly service: ReportService,
    private readonly guard: EntityGuard,
  ) {}

  static create(options: {
    service: ReportService;
    guard: EntityGuard;
  }): AuthorizedReportService {
    return new AuthorizedReportService(options.service, options.guard);
  }

  async scorecard(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<Scorecard> {
    await this.see(entityRef, options);
    const scorecard = await this.service.scorecard(entityRef, options);
    const allowed = await this.guard.allowed(
      Object.values(permissionOf),
      scorecard.entityRef,
      options.credentials,
    );
    const actions = Object.keys(permissionOf) as AllowedAction[];
    return {
      ...scorecard,
      allowedActions: actions.filter((_, index) => allowed[index]),
    };
  }

  async list(
    entityRef: string,
    options: OnBehalf & {
      environment?: string;
      limit: number;
      cursor?: string;
    },
  ): Promise<List<ReportSummary>> {
    await this.see(entityRef, options);
    return this.service.list(entityRef, options);
  }

  async newest(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<Report> {
    await this.see(entityRef, options);
    return this.service.newest(entityRef, options);
  }

  async trend(
    entityRef: string,
    options: OnBehalf & { query: TrendQuery },
  ): Promise<Trend> {
    await this.see(entityRef, options);
    return this.service.trend(entityRef, options);
  }

  async get(id: string, options: OnBehalf): Promise<Report> {
    const report = await this.service.get(id, options);
    if (!(await this.guard.find(report.entityRef, options.credentials))) {
      throw noReport(id);
    }
    return report;
  }

  async evidence(
    reportId: string,
    evidenceId: string,
    options: OnBehalf,
  ): Promise<unknown> {
    const { entityRef } = await this.get(reportId, options);
    await this.guard.demand(
      performanceEvidenceReadPermission,
      entityRef,
      options.credentials,
    );
    return this.service.evidence(reportId, evidenceId, options);
  }

  private async see(
    entityRef: string,
    { credentials }: OnBehalf,
  ): Promise<Entity> {
    return this.guard.see(entityRef, credentials);
  }
}
