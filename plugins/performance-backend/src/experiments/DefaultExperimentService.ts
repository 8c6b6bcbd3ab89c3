import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  Experiment,
  ExperimentRequest,
  List,
  Remedy,
  RemedyRecord,
  Report,
} from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import { performanceError } from '../performanceError';
import { noReport } from '../reports/noReport';
import type { ReportStore } from '../reports/ReportStore';
import { principalOf } from '../runs/principalOf';
import type { RunQueue } from '../runs/queue/RunQueue';
import type { KillSwitch } from '../runs/killSwitch';
import type { OnBehalf } from '../runs/RunService';
import { abandonExperiment } from './abandonExperiment';
import { askToMeasure } from './askToMeasure';
import { draftExperiment } from './draftExperiment';
import type { ExperimentService } from './ExperimentService';
import type { ExperimentStore } from './ExperimentStore';
import { findSubject } from './findSubject';
import { noExperiment } from './noExperiment';
import { parseChange } from './parseChange';
import type { StoredExperiment } from './StoredExperiment';
import { supersedeExperiments } from './supersedeExperiments';
import { undoExperiment } from './undoExperiment';
import { undoOf } from './undoOf';
import { withRecord } from './withRecord';

/** Recomputes the remedy of a report. Throws what is wrong with the check, the subject or an option. */
export type RecomputeRemedy = (options: {
  report: Report;
  checkId: string;
  subject?: string;
  options?: Record<string, unknown>;
}) => Remedy;

interface Options {
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  killSwitch: KillSwitch;
  logger: LoggerService;
  queue: RunQueue;
  reports: ReportStore;
  experiments: ExperimentStore;
  recomputeRemedy: RecomputeRemedy;
  /** Told each change of an experiment. */
  onChange(experiment: Experiment): void;
  now(): Promise<Date>;
}

/** Experiments without any authorisation: only {@link AuthorizedExperimentService} may use it. */
export class DefaultExperimentService implements ExperimentService {
  private constructor(private readonly options: Options) {}

  static create(options: Options): DefaultExperimentService {
    return new DefaultExperimentService(options);
  }

  async create(
    request: ExperimentRequest,
    { credentials }: OnBehalf,
  ): Promise<Experiment> {
    const { config, experiments, reports, now } = this.options;
    const change = parseChange(request.change);
    const report = await reports.get(request.reportId);
    if (!report) throw noReport(request.reportId);
    const remedy = this.remedyOf(report, request);
    const subject = await findSubject({
      ...this.options,
      place: report,
      subject: remedy.subject,
      credentials,
    });
    const production = isProduction(config, report.environment);
    const experiment = draftExperiment({
      report,
      request,
      remedy,
      undo: undoOf({ change, subject, root: config.publish.folder }),
      production,
      createdBy: principalOf(credentials).name,
      now: await now(),
    });
    const others = await supersedeExperiments({
      ...this.options,
      next: experiment,
    });
    if (others.same) return this.shown(others.same);
    for (const ended of others.ended) await this.tell(ended);
    const measured = experiment.state === 'applied' && !production;
    return this.tell(
      await experiments.insert({
        experiment: { ...experiment, id: others.id },
        runsQueued: 0,
        tries: 0,
        ...(measured && { measureAskedAt: await now() }),
      }),
    );
  }

  async get(id: string): Promise<Experiment> {
    return this.shown(await this.stored(id));
  }

  async list(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<List<Experiment>> {
    const { catalog, experiments } = this.options;
    const { environment, credentials } = options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity) throw new NotFoundError(`There is no entity ${entityRef}`);
    const { items, totalItems } = await experiments.list({
      entityRef: stringifyEntityRef(entity),
      environment,
    });
    const records = await experiments.records();
    return {
      items: items.map(({ experiment }) => withRecord(experiment, records)),
      totalItems,
      pageInfo: {},
    };
  }

  async measure(
    id: string,
    { confirm }: OnBehalf & { confirm?: string },
  ): Promise<Experiment> {
    const stored = await this.stored(id);
    const { environment } = stored.experiment;
    return this.tell(
      await askToMeasure({
        ...this.options,
        stored,
        production: isProduction(this.options.config, environment),
        confirm,
      }),
    );
  }

  async undo(id: string, { credentials }: OnBehalf): Promise<Experiment> {
    const stored = await this.stored(id);
    const { experiment } = stored;
    const subject = await findSubject({
      ...this.options,
      place: experiment,
      subject: experiment.subject,
      credentials,
    });
    return this.tell(
      await undoExperiment({ ...this.options, stored, subject }),
    );
  }

  async abandon(id: string): Promise<Experiment> {
    const stored = await this.stored(id);
    return this.tell(await abandonExperiment({ ...this.options, stored }));
  }

  async records(): Promise<List<RemedyRecord>> {
    const items = await this.options.experiments.records();
    return { items, totalItems: items.length, pageInfo: {} };
  }

  private remedyOf(report: Report, request: ExperimentRequest): Remedy {
    const { checkId, subject, options } = request;
    try {
      return this.options.recomputeRemedy({
        report,
        checkId,
        subject,
        options,
      });
    } catch (error) {
      throw performanceError('invalid', (error as Error).message);
    }
  }

  private async stored(id: string): Promise<StoredExperiment> {
    const stored = await this.options.experiments.get(id);
    if (!stored) throw noExperiment(id);
    return stored;
  }

  private async shown({ experiment }: StoredExperiment): Promise<Experiment> {
    const { experiments } = this.options;
    return withRecord(
      experiment,
      await experiments.records([experiment.remedy]),
    );
  }

  private async tell(
    changed: StoredExperiment | undefined,
  ): Promise<Experiment> {
    if (!changed) {
      throw new ConflictError(
        'The experiment changed meanwhile; look at it again',
      );
    }
    const experiment = await this.shown(changed);
    this.options.onChange(experiment);
    return experiment;
  }
}

/** An environment that is gone counts as production. */
function isProduction(config: PerformanceConfig, environment: string): boolean {
  return config.environments[environment]?.production ?? true;
}
