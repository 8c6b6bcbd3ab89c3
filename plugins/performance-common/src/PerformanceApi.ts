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

/**
 * Lets a caller give up on an answer.
 *
 * @public
 */
export interface PerformanceRequestOptions {
  /** Aborted when the answer is no longer wanted. */
  signal?: AbortSignal;
}

/**
 * What the performance backend offers. Every method throws a `ResponseError` when the backend refuses,
 * with the reason in `body.error`: a `code` of the API beside `name` and `message`, and the `runId` that is in the way
 * while another run goes on at the same target.
 *
 * @public
 */
export interface PerformanceApi {
  /** The newest conclusive outcome of each check and subject, in the entity's first environment unless one is named. */
  getScorecard(
    entityRef: string,
    options?: PerformanceRequestOptions & { environment?: string },
  ): Promise<Scorecard>;

  /** The reports of one entity, newest first. */
  listReports(
    entityRef: string,
    options?: PerformanceRequestOptions & {
      environment?: string;
      limit?: number;
      cursor?: string;
    },
  ): Promise<List<ReportSummary>>;

  /** One run's immutable document. */
  getReport(id: string, options?: PerformanceRequestOptions): Promise<Report>;

  /** The same document as markdown. */
  getReportMarkdown(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<string>;

  /** Raw material of a report, as its probe kept it. */
  getEvidence(
    reportId: string,
    evidenceId: string,
    options?: PerformanceRequestOptions,
  ): Promise<unknown>;

  /** One metric of one entity over time, oldest first. */
  getTrend(
    entityRef: string,
    query: TrendQuery,
    options?: PerformanceRequestOptions,
  ): Promise<Trend>;

  /** What a run would do. Measures nothing. */
  planRun(
    request: RunPlanRequest,
    options?: PerformanceRequestOptions,
  ): Promise<Plan>;

  /** Starts a run; asking again with the same `idempotencyKey` answers the first one. */
  startRun(
    request: RunRequest,
    options?: PerformanceRequestOptions & { idempotencyKey?: string },
  ): Promise<Run>;

  /** A run with its progress, while it goes on and after. */
  getRun(id: string, options?: PerformanceRequestOptions): Promise<Run>;

  /** Asks a run to end; it ends as `cancelled` and nothing is kept of it. */
  cancelRun(id: string, options?: PerformanceRequestOptions): Promise<Run>;

  /** Two reports of one entity held against each other, metric by metric. */
  compare(
    reports: { base: string; candidate: string },
    options?: PerformanceRequestOptions,
  ): Promise<Comparison>;

  /** Records a remedy that was applied or proposed; it is measured once it is in force. */
  createExperiment(
    request: ExperimentRequest,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment>;

  /** One experiment as it is now. */
  getExperiment(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment>;

  /** The experiments of one entity, newest first. */
  listExperiments(
    entityRef: string,
    options?: PerformanceRequestOptions & { environment?: string },
  ): Promise<List<Experiment>>;

  /**
   * Measures an experiment, again or for the first time: also says that a proposed change is in force now. Production
   * needs the name of the entity as `confirm`.
   */
  measureExperiment(
    id: string,
    options?: PerformanceRequestOptions & { confirm?: string },
  ): Promise<Experiment>;

  /** Puts back what the portal itself had changed, byte for byte. */
  undoExperiment(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment>;

  /** Ends an experiment without a verdict; what was changed stays. */
  abandonExperiment(
    id: string,
    options?: PerformanceRequestOptions,
  ): Promise<Experiment>;

  /** How each remedy fared, over all entities. */
  listRemedyRecords(
    options?: PerformanceRequestOptions,
  ): Promise<List<RemedyRecord>>;

  /** Options to files, values and arithmetic. Nothing is stored. */
  generate(
    generator: string,
    request: GenerateRequest,
    options?: PerformanceRequestOptions,
  ): Promise<GenerateResponse>;

  /** What the rules say about manifests. Nothing is stored. */
  lint(
    request: LintRequest,
    options?: PerformanceRequestOptions,
  ): Promise<LintResponse>;

  /** The checks that are known here, built in and added. */
  listChecks(options?: PerformanceRequestOptions): Promise<List<CheckInfo>>;

  /** The metrics that are known here, built in and added. */
  listMetrics(options?: PerformanceRequestOptions): Promise<List<MetricInfo>>;
}
