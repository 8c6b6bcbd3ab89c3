import { parseEntityRef } from '@backstage/catalog-model';
import type {
  CheckInfo,
  Comparison,
  Experiment,
  ExperimentRequest,
  GenerateRequest,
  GenerateResponse,
  LintRequest,
  LintResponse,
  List,
  MetricInfo,
  Plan,
  RemedyRecord,
  Report,
  ReportSummary,
  Run,
  RunPlanRequest,
  RunRequest,
  Scorecard,
  Trend,
  TrendQuery,
} from '@dynoscope/scorecard';
import type {
  PerformanceApi,
  PerformanceRequestOptions,
} from './PerformanceApi';
import { PerformanceTransport } from './PerformanceTransport';

/**
 * Talks to the performance backend over HTTP.
 *
 * @public
 */
export class PerformanceClient implements PerformanceApi {
  private readonly http: PerformanceTransport;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.http = new PerformanceTransport(options);
  }

  /** {@inheritdoc PerformanceApi.getScorecard} */
  async getScorecard(
    entityRef: string,
    options: PerformanceRequestOptions & { environment?: string } = {},
  ): Promise<Scorecard> {
    const { environment, signal } = options;
    const path = `${pathOf(entityRef)}/scorecard`;
    return this.http.get(path, { signal }, { environment });
  }

  /** {@inheritdoc PerformanceApi.listReports} */
  async listReports(
    entityRef: string,
    options: PerformanceRequestOptions & {
      environment?: string;
      limit?: number;
      cursor?: string;
    } = {},
  ): Promise<List<ReportSummary>> {
    const { signal, ...query } = options;
    return this.http.get(`${pathOf(entityRef)}/reports`, { signal }, query);
  }

  /** {@inheritdoc PerformanceApi.getReport} */
  async getReport(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Report> {
    return this.http.get(`/reports/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritdoc PerformanceApi.getReportMarkdown} */
  async getReportMarkdown(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<string> {
    return this.http.getText(`/reports/${encodeURIComponent(id)}.md`, options);
  }

  /** {@inheritdoc PerformanceApi.getEvidence} */
  async getEvidence(
    reportId: string,
    evidenceId: string,
    options?: PerformanceRequestOptions,
  ): Promise<unknown> {
    const report = encodeURIComponent(reportId);
    const evidence = encodeURIComponent(evidenceId);
    return this.http.get(`/reports/${report}/evidence/${evidence}`, options);
  }

  /** {@inheritdoc PerformanceApi.getTrend} */
  async getTrend(
    entityRef: string,
    query: TrendQuery,
    options?: PerformanceRequestOptions,
  ): Promise<Trend> {
    return this.http.get(`${pathOf(entityRef)}/trend`, options, { ...query });
  }

  /** {@inheritdoc PerformanceApi.planRun} */
  async planRun(
    request: RunPlanRequest,
    options?: PerformanceRequestOptions,
  ): Promise<Plan> {
    return this.http.post('/runs/plan', request, options);
  }

  /** {@inheritdoc PerformanceApi.startRun} */
  async startRun(
    request: RunRequest,
    options: PerformanceRequestOptions & { idempotencyKey?: string } = {},
  ): Promise<Run> {
    const { idempotencyKey: key, signal } = options;
    const headers: Record<string, string> = key
      ? { 'Idempotency-Key': key }
      : {};
    return this.http.post('/runs', request, { signal }, headers);
  }

  /** {@inheritdoc PerformanceApi.getRun} */
  async getRun(id: string, options?: PerformanceRequestOptions): Promise<Run> {
    return this.http.get(`/runs/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritdoc PerformanceApi.cancelRun} */
  async cancelRun(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Run> {
    return this.http.post(
      `/runs/${encodeURIComponent(id)}/cancel`,
      {},
      options,
    );
  }

  /** {@inheritdoc PerformanceApi.compare} */
  async compare(
    reports: { base: string; candidate: string },
    options?: PerformanceRequestOptions,
  ): Promise<Comparison> {
    return this.http.get('/compare', options, reports);
  }

  /** {@inheritdoc PerformanceApi.createExperiment} */
  async createExperiment(
    request: ExperimentRequest,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment> {
    return this.http.post('/experiments', request, options);
  }

  /** {@inheritdoc PerformanceApi.getExperiment} */
  async getExperiment(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment> {
    return this.http.get(experiment(id), options);
  }

  /** {@inheritdoc PerformanceApi.listExperiments} */
  async listExperiments(
    entityRef: string,
    options: PerformanceRequestOptions & { environment?: string } = {},
  ): Promise<List<Experiment>> {
    const { environment, signal } = options;
    const path = `${pathOf(entityRef)}/experiments`;
    return this.http.get(path, { signal }, { environment });
  }

  /** {@inheritdoc PerformanceApi.measureExperiment} */
  async measureExperiment(
    id: string,
    options: PerformanceRequestOptions & { confirm?: string } = {},
  ): Promise<Experiment> {
    const { confirm, signal } = options;
    return this.http.post(`${experiment(id)}/measure`, { confirm }, { signal });
  }

  /** {@inheritdoc PerformanceApi.undoExperiment} */
  async undoExperiment(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment> {
    return this.http.post(`${experiment(id)}/undo`, {}, options);
  }

  /** {@inheritdoc PerformanceApi.abandonExperiment} */
  async abandonExperiment(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment> {
    return this.http.post(`${experiment(id)}/abandon`, {}, options);
  }

  /** {@inheritdoc PerformanceApi.listRemedyRecords} */
  async listRemedyRecords(
    options?: PerformanceRequestOptions,
  ): Promise<List<RemedyRecord>> {
    return this.http.get('/remedies', options);
  }

  /** {@inheritdoc PerformanceApi.generate} */
  async generate(
    generator: string,
    request: GenerateRequest,
    options?: PerformanceRequestOptions,
  ): Promise<GenerateResponse> {
    const path = `/generate/${encodeURIComponent(generator)}`;
    return this.http.post(path, request, options);
  }

  /** {@inheritdoc PerformanceApi.lint} */
  async lint(
    request: LintRequest,
    options?: PerformanceRequestOptions,
  ): Promise<LintResponse> {
    return this.http.post('/lint', request, options);
  }

  /** {@inheritdoc PerformanceApi.listChecks} */
  async listChecks(
    options?: PerformanceRequestOptions,
  ): Promise<List<CheckInfo>> {
    return this.http.get('/checks', options);
  }

  /** {@inheritdoc PerformanceApi.listMetrics} */
  async listMetrics(
    options?: PerformanceRequestOptions,
  ): Promise<List<MetricInfo>> {
    return this.http.get('/metrics', options);
  }
}

function experiment(id: string): string {
  return `/experiments/${encodeURIComponent(id)}`;
}

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}
