import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
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

interface Request extends PerformanceRequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
}

/**
 * Talks to the performance backend over HTTP.
 *
 * @public
 */
export class PerformanceClient implements PerformanceApi {
  private readonly discoveryApi: {
    getBaseUrl(pluginId: string): Promise<string>;
  };
  private readonly fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  /** {@inheritdoc PerformanceApi.getScorecard} */
  async getScorecard(
    entityRef: string,
    options: PerformanceRequestOptions & { environment?: string } = {},
  ): Promise<Scorecard> {
    const { environment, signal } = options;
    return this.json(`${entityPath(entityRef)}/scorecard`, {
      query: { environment },
      signal,
    });
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
    return this.json(`${entityPath(entityRef)}/reports`, { query, signal });
  }

  /** {@inheritdoc PerformanceApi.getReport} */
  async getReport(
    id: string,
    options: PerformanceRequestOptions = {},
  ): Promise<Report> {
    return this.json(`/reports/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritdoc PerformanceApi.getReportMarkdown} */
  async getReportMarkdown(
    id: string,
    options: PerformanceRequestOptions = {},
  ): Promise<string> {
    const path = `/reports/${encodeURIComponent(id)}.md`;
    const response = await this.send(path, options);
    return response.text();
  }

  /** {@inheritdoc PerformanceApi.getEvidence} */
  async getEvidence(
    reportId: string,
    evidenceId: string,
    options: PerformanceRequestOptions = {},
  ): Promise<unknown> {
    const report = encodeURIComponent(reportId);
    const evidence = encodeURIComponent(evidenceId);
    return this.json(`/reports/${report}/evidence/${evidence}`, options);
  }

  /** {@inheritdoc PerformanceApi.getTrend} */
  async getTrend(
    entityRef: string,
    query: TrendQuery,
    options: PerformanceRequestOptions = {},
  ): Promise<Trend> {
    return this.json(`${entityPath(entityRef)}/trend`, {
      query: { ...query },
      signal: options.signal,
    });
  }

  /** {@inheritdoc PerformanceApi.planRun} */
  async planRun(
    request: RunPlanRequest,
    options: PerformanceRequestOptions = {},
  ): Promise<Plan> {
    return this.json('/runs/plan', { body: request, signal: options.signal });
  }

  /** {@inheritdoc PerformanceApi.startRun} */
  async startRun(
    request: RunRequest,
    options: PerformanceRequestOptions & { idempotencyKey?: string } = {},
  ): Promise<Run> {
    const { idempotencyKey, signal } = options;
    return this.json('/runs', {
      body: request,
      headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
      signal,
    });
  }

  /** {@inheritdoc PerformanceApi.getRun} */
  async getRun(
    id: string,
    options: PerformanceRequestOptions = {},
  ): Promise<Run> {
    return this.json(`/runs/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritdoc PerformanceApi.cancelRun} */
  async cancelRun(
    id: string,
    options: PerformanceRequestOptions = {},
  ): Promise<Run> {
    return this.json(`/runs/${encodeURIComponent(id)}/cancel`, {
      body: {},
      signal: options.signal,
    });
  }

  /** {@inheritdoc PerformanceApi.compare} */
  async compare(
    reports: { base: string; candidate: string },
    options: PerformanceRequestOptions = {},
  ): Promise<Comparison> {
    return this.json('/compare', { query: reports, signal: options.signal });
  }

  /** {@inheritdoc PerformanceApi.createExperiment} */
  async createExperiment(
    request: ExperimentRequest,
    options: PerformanceRequestOptions = {},
  ): Promise<Experiment> {
    return this.json('/experiments', { body: request, signal: options.signal });
  }

  /** {@inheritdoc PerformanceApi.getExperiment} */
  async getExperiment(
    id: string,
    options: PerformanceRequestOptions = {},
  ): Promise<Experiment> {
    return this.json(`/experiments/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritdoc PerformanceApi.listExperiments} */
  async listExperiments(
    entityRef: string,
    options: PerformanceRequestOptions & { environment?: string } = {},
  ): Promise<List<Experiment>> {
    const { environment, signal } = options;
    return this.json(`${entityPath(entityRef)}/experiments`, {
      query: { environment },
      signal,
    });
  }

  /** {@inheritdoc PerformanceApi.measureExperiment} */
  async measureExperiment(
    id: string,
    options: PerformanceRequestOptions & { confirm?: string } = {},
  ): Promise<Experiment> {
    const { confirm, signal } = options;
    return this.json(`/experiments/${encodeURIComponent(id)}/measure`, {
      body: { confirm },
      signal,
    });
  }

  /** {@inheritdoc PerformanceApi.undoExperiment} */
  async undoExperiment(
    id: string,
    options: PerformanceRequestOptions = {},
  ): Promise<Experiment> {
    return this.json(`/experiments/${encodeURIComponent(id)}/undo`, {
      body: {},
      signal: options.signal,
    });
  }

  /** {@inheritdoc PerformanceApi.abandonExperiment} */
  async abandonExperiment(
    id: string,
    options: PerformanceRequestOptions = {},
  ): Promise<Experiment> {
    return this.json(`/experiments/${encodeURIComponent(id)}/abandon`, {
      body: {},
      signal: options.signal,
    });
  }

  /** {@inheritdoc PerformanceApi.listRemedyRecords} */
  async listRemedyRecords(
    options: PerformanceRequestOptions = {},
  ): Promise<List<RemedyRecord>> {
    return this.json('/remedies', options);
  }

  /** {@inheritdoc PerformanceApi.generate} */
  async generate(
    generator: string,
    request: GenerateRequest,
    options: PerformanceRequestOptions = {},
  ): Promise<GenerateResponse> {
    return this.json(`/generate/${encodeURIComponent(generator)}`, {
      body: request,
      signal: options.signal,
    });
  }

  /** {@inheritdoc PerformanceApi.lint} */
  async lint(
    request: LintRequest,
    options: PerformanceRequestOptions = {},
  ): Promise<LintResponse> {
    return this.json('/lint', { body: request, signal: options.signal });
  }

  /** {@inheritdoc PerformanceApi.listChecks} */
  async listChecks(
    options: PerformanceRequestOptions = {},
  ): Promise<List<CheckInfo>> {
    return this.json('/checks', options);
  }

  /** {@inheritdoc PerformanceApi.listMetrics} */
  async listMetrics(
    options: PerformanceRequestOptions = {},
  ): Promise<List<MetricInfo>> {
    return this.json('/metrics', options);
  }

  private async json<T>(path: string, request: Request): Promise<T> {
    const response = await this.send(path, request);
    return response.json();
  }

  private async send(path: string, request: Request): Promise<Response> {
    const { body, headers, query = {}, signal } = request;
    const baseUrl = await this.discoveryApi.getBaseUrl('performance');
    const response = await this.fetchApi.fetch(
      `${baseUrl}${path}${search(query)}`,
      {
        method: body === undefined ? 'GET' : 'POST',
        headers:
          body === undefined
            ? headers
            : { ...headers, 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}

function search(query: Record<string, string | number | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
