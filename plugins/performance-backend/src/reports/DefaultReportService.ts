import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  List,
  Outcome,
  Report,
  ReportSummary,
  Scorecard,
  Trend,
  TrendQuery,
} from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import { performanceError } from '../performanceError';
import {
  chooseEnvironment,
  entityEnvironments,
} from '../runs/chooseEnvironment';
import type { KillSwitch } from '../runs/killSwitch';
import { nextScheduledRun } from '../runs/nextScheduledRun';
import type { Place, RunStore } from '../runs/queue/RunStore';
import type { OnBehalf } from '../runs/RunService';
import type { ExperimentStore } from '../experiments/ExperimentStore';
import { withRecord } from '../experiments/withRecord';
import { composeScorecard } from './composeScorecard';
import type { EvidenceStore } from './EvidenceStore';
import { isMissed } from './explanationsOf';
import type { MeasurementStore } from './MeasurementStore';
import { noReport } from './noReport';
import type { OutcomeStore } from './OutcomeStore';
import type { ReportService } from './ReportService';
import type { ReportStore } from './ReportStore';

interface Options {
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  killSwitch: KillSwitch;
  logger: LoggerService;
  runs: RunStore;
  reports: ReportStore;
  measurements: MeasurementStore;
  evidence: EvidenceStore;
  outcomes: OutcomeStore;
  experiments: ExperimentStore;
  now(): Promise<Date>;
}

/** Points of the history beside an outcome. */
const historyPoints = 8;

/** Reads without any authorisation: only {@link AuthorizedReportService} may use it. */
export class DefaultReportService implements ReportService {
  private constructor(private readonly options: Options) {}

  static create(options: Options): DefaultReportService {
    return new DefaultReportService(options);
  }

  async scorecard(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<Scorecard> {
    const { config, registry, killSwitch, runs, reports, now } = this.options;
    const entity = await this.entity(entityRef, options);
    const environments = await entityEnvironments({
      ...this.options,
      entity,
    });
    const environment = chooseEnvironment(environments, options.environment);
    const place: Place = {
      entityRef: stringifyEntityRef(entity),
      environment: environment.name,
    };
    const lastScheduled = await runs.lastScheduled(place);
    const known = await this.options.outcomes.list(place);
    const latest = await reports.newest(place);
    const records = await this.options.experiments.records();
    const experiments = await this.options.experiments.list(place);
    return composeScorecard({
      ...place,
      environment,
      environments,
      known: await Promise.all(known.map(each => this.withTrend(place, each))),
      latest,
      missedIn: await this.missedIn(known, latest),
      experiments: experiments.items.map(({ experiment }) =>
        withRecord(experiment, records),
      ),
      records,
      activeRun: await runs.active(place),
      lastRun: await runs.last(place),
      nextRunAt: nextScheduledRun({ environment, lastScheduled, config }),
      enabled: killSwitch.enabled,
      now: await now(),
      registry,
      config,
    });
  }

  async list(
    entityRef: string,
    options: OnBehalf & {
      environment?: string;
      limit: number;
      cursor?: string;
    },
  ): Promise<List<ReportSummary>> {
    const { environment } = options;
    const place = {
      entityRef: await this.ref(entityRef, options),
      environment,
    };
    return this.options.reports.list(place, options);
  }

  async newest(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<Report> {
    const { environment } = options;
    const place = {
      entityRef: await this.ref(entityRef, options),
      environment,
    };
    const report = await this.options.reports.newest(place);
    if (!report) throw new NotFoundError(`${entityRef} has no report yet`);
    return report;
  }

  async trend(
    entityRef: string,
    options: OnBehalf & { query: TrendQuery },
  ): Promise<Trend> {
    const { measurements } = this.options;
    const { metric, statistic, from, to } = options.query;
    const entity = await this.entity(entityRef, options);
    const environments = await entityEnvironments({
      ...this.options,
      entity,
    });
    const asked = options.query.environment;
    const place: Place = {
      entityRef: stringifyEntityRef(entity),
      environment: chooseEnvironment(environments, asked).name,
    };
    const series = { metric, statistic };
    const subjects = options.query.subject
      ? [options.query.subject]
      : await measurements.subjects(place, series);
    if (subjects.length > 1) {
      throw performanceError(
        'invalid',
        `Field "subject" of the query: name one of ${subjects.join(', ')}`,
      );
    }
    const [subject] = subjects;
    return {
      points: subject
        ? await measurements.trend(place, { ...series, subject }, { from, to })
        : [],
    };
  }

  async get(id: string): Promise<Report> {
    const report = await this.options.reports.get(id);
    if (!report) throw noReport(id);
    return report;
  }

  async evidence(reportId: string, evidenceId: string): Promise<unknown> {
    const raw = await this.options.evidence.get(reportId, evidenceId);
    if (raw === undefined) throw noEvidence(evidenceId);
    return raw;
  }

  private async entity(
    entityRef: string,
    { credentials }: OnBehalf,
  ): Promise<Entity> {
    const { catalog } = this.options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity) throw new NotFoundError(`There is no entity ${entityRef}`);
    return entity;
  }

  private async ref(entityRef: string, options: OnBehalf): Promise<string> {
    return stringifyEntityRef(await this.entity(entityRef, options));
  }

  private async missedIn(
    known: Outcome[],
    latest: Report | undefined,
  ): Promise<Report[]> {
    const ids = known.filter(isMissed).map(({ reportId }) => reportId);
    const found = await Promise.all(
      [...new Set(ids)].map(async id =>
        id === latest?.id ? latest : this.options.reports.get(id),
      ),
    );
    return found.flatMap(report => report ?? []);
  }

  private async withTrend(place: Place, outcome: Outcome): Promise<Outcome> {
    const { metric, statistic, subject } = outcome;
    if (!metric || !statistic) return outcome;
    const points = await this.options.measurements.trend(
      place,
      { metric, statistic, subject },
      { limit: historyPoints },
    );
    const trend = points.map(({ at, value, runId }) => ({ at, value, runId }));
    return { ...outcome, trend };
  }
}

function noEvidence(id: string): Error {
  return new NotFoundError(
    `There is no evidence ${id}, or it was kept long enough`,
  );
}
