import { performanceExperimentCreatePermission } from '@dynoscope/backstage-plugin-performance-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  GenerateRequest,
  GenerateResponse,
  LintRequest,
  LintResponse,
} from '@dynoscope/scorecard';
import { generators } from '@dynoscope/tuning';
import type { PerformanceConfig } from '../config';
import { unknownName } from '../config/unknownName';
import type { Registry } from '../createRegistry';
import { findSubject } from '../experiments/findSubject';
import { performanceError } from '../performanceError';
import type { EntityGuard } from '../permissions/EntityGuard';
import type { ReportService } from '../reports/ReportService';
import type { OnBehalf } from '../runs/RunService';
import type { Deployments } from '../sources/deployments';
import { changeManifest, remedyOf } from './changeManifest';
import { generateNew } from './generateNew';
import type { GenerateService } from './GenerateService';
import { Linter } from './Linter';

interface Options {
  /** Authorises: a report that the caller may not see is not there. */
  reports: Pick<ReportService, 'get'>;
  guard: Pick<EntityGuard, 'demand'>;
  auth: AuthService;
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  deployments: Deployments;
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>;
  /** Address of the portal's pages. */
  appUrl?: string;
  logger: LoggerService;
}

export class DefaultGenerateService implements GenerateService {
  readonly #linter = new Linter();

  private constructor(private readonly options: Options) {}

  static create(options: Options): DefaultGenerateService {
    return new DefaultGenerateService(options);
  }

  async generate(
    id: string,
    request: GenerateRequest,
    by: OnBehalf,
  ): Promise<GenerateResponse> {
    const generator = generators.find(each => each.id === id);
    if (!generator) {
      const known = generators.map(each => each.id);
      throw performanceError('invalid', unknownName('generator', id, known));
    }
    return request.reportId === undefined
      ? generateNew({ generator, request, defaults: this.defaults(request) })
      : this.change(id, request.reportId, request, by);
  }

  async lint(request: LintRequest): Promise<LintResponse> {
    return this.#linter.lint(request);
  }

  private async change(
    generator: string,
    reportId: string,
    request: GenerateRequest,
    by: OnBehalf,
  ): Promise<GenerateResponse> {
    const { reports, guard, auth, config, deployments } = this.options;
    const report = await reports.get(reportId, by);
    // The answer holds the manifest, which goes only to who may change it.
    await guard.demand(
      performanceExperimentCreatePermission,
      report.entityRef,
      by.credentials,
    );
    const remedy = remedyOf(report, request);
    const subject = await findSubject({
      ...this.options,
      place: report,
      subject: remedy.subject,
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!subject?.manifest) {
      throw performanceError(
        'invalid',
        `Nobody has said where the manifest of ${remedy.subject} is: the operator adds it at manifest of its endpoint in performance.inference`,
      );
    }
    const { deployment, text, problem } = await deployments.read(subject);
    if (!deployment || !text) {
      throw performanceError('unreachable', problem ?? 'There is no manifest');
    }
    return changeManifest({
      ...this.options,
      generator,
      report,
      remedy,
      subject,
      deployed: { deployment, text },
      publishFolder: config.publish.folder,
    });
  }

  /** The catalog options, with the address at which the operator says that published services answer. */
  private defaults({ options }: GenerateRequest): Record<string, unknown> {
    const { inferenceUrl } = this.options.config.publish;
    const { catalog = {} } = options ?? {};
    const isMap = catalog?.constructor === Object;
    if (inferenceUrl === undefined || !isMap) return {};
    return { catalog: { inferenceUrl, ...(catalog as object) } };
  }
}
