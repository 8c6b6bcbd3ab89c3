/**
 * Checks, targets, scores and reports of Dynoscope.
 *
 * @packageDocumentation
 */

export type {
  Check,
  CheckInput,
  Judged,
  Judgement,
  SourcedTarget,
} from './check';
export { checks, createChecks } from './checks';
export { compareReports } from './compareReports';
export { evaluateChecks } from './evaluateChecks';
export { explainedSummary } from './explainedSummary';
export type { Explained } from './explainedSummary';
export type {
  EvaluateChecksOptions,
  EvaluatedSubject,
  ProbeFailure,
} from './evaluateChecks';
export {
  formatClock,
  formatDay,
  formatExactTime,
  formatInterval,
  formatNumber,
  formatQuantity,
  formatStatistic,
  formatTime,
  formatValue,
  scaleOf,
} from './format';
export type { Quantity, Scale } from './format';
export { formatMargin } from './formatMargin';
export { formatTarget } from './formatTarget';
export { guide } from './guide';
export type {
  Guide,
  GuideLatencyClass,
  GuideTarget,
  LatencyClass,
} from './guide';
export { guideLists } from './guideLists';
export type { GuideItem } from './guideLists';
export { judgeExperiment } from './judgeExperiment';
export type { ExperimentJudgement } from './judgeExperiment';
export { latencyClasses, latencyClassOf } from './latencyClass';
export { message } from './message';
export { metrics } from './metrics';
export type { MetricId } from './metrics';
export { codeBlock, escapeMarkdown } from './render/escapeMarkdown';
export { renderMarkdown } from './render/markdown';
export { assembleReport } from './report';
export type { ConfiguredTargets } from './resolveTarget';
export { scoreOutcomes } from './score';
export { isConclusive, keepConclusive, markStale } from './scorecard';
export { worstFirst } from './summary';
export { marginOf, parseTarget } from './target';
export { convertUnit, units } from './units';
export type { Unit } from './units';
export {
  intervalSchema,
  measurementSchema,
  messageSchema,
  targetSchema,
  targetSourceSchema,
  timeSchema,
  vantageSchema,
} from './schema';
export type {
  Interval,
  Measurement,
  Message,
  Target,
  TargetSource,
} from './schema';
export {
  categories,
  categorySchema,
  lastAttemptSchema,
  outcomeSchema,
  scoreSchema,
  statusSchema,
  statuses,
  validitySchema,
} from './outcomeSchema';
export type {
  Category,
  Outcome,
  Score,
  Status,
  Validity,
} from './outcomeSchema';
export {
  effectSchema,
  errorCodeSchema,
  errorCodes,
  planSchema,
  probePlanSchema,
  runErrorSchema,
} from './planSchema';
export type {
  Effect,
  ErrorCode,
  Plan,
  ProbePlan,
  RunError,
} from './planSchema';
export {
  probeProgressSchema,
  probeStates,
  runSchema,
  runStates,
  triggerSchema,
} from './runSchema';
export type { ProbeProgress, Run, RunState, Trigger } from './runSchema';
export {
  causeSchema,
  evidenceSchema,
  fingerprintSchema,
  reportSchema,
} from './reportSchema';
export type { Cause, Evidence, Fingerprint, Report } from './reportSchema';
export {
  reportsQuerySchema,
  runPlanRequestSchema,
  runRequestSchema,
  scorecardQuerySchema,
  trendQuerySchema,
} from './requestSchema';
export type { RunPlanRequest, RunRequest, TrendQuery } from './requestSchema';
export {
  actions,
  checkInfoSchema,
  emptyReasonSchema,
  listSchema,
  metricInfoSchema,
  planResponseSchema,
  reportSummarySchema,
  runResponseSchema,
  scorecardSchema,
  trendPointSchema,
  trendSchema,
} from './wire';
export type {
  AllowedAction,
  CheckInfo,
  EmptyReason,
  List,
  MetricInfo,
  ReportSummary,
  Scorecard,
  Trend,
  TrendPoint,
} from './wire';
export { deploymentOf } from './deploymentOf';
export { deploymentSchema } from './deploymentSchema';
export type { Deployment } from './deploymentSchema';
export {
  changeSchema,
  expectedSchema,
  inputSchema,
  inputSources,
  remedySchema,
} from './remedySchema';
export type { Change, Expected, Input, Remedy } from './remedySchema';
export {
  experimentChangeSchema,
  experimentRequestSchema,
  experimentSchema,
  measureRequestSchema,
  recordSchema,
  verdicts,
} from './experimentSchema';
export type {
  Experiment,
  ExperimentChange,
  ExperimentRequest,
  RemedyRecord,
  Verdict,
} from './experimentSchema';
export { compareQuerySchema, comparisonSchema } from './comparisonSchema';
export type { Comparison } from './comparisonSchema';
export {
  findingSchema,
  lintRequestSchema,
  lintResponseSchema,
  lintResultSchema,
  patchSchema,
  severities,
  versionsSchema,
} from './lintSchema';
export type {
  Finding,
  LintRequest,
  LintResponse,
  LintResult,
  Versions,
} from './lintSchema';
export {
  generateRequestSchema,
  generateResponseSchema,
} from './generateSchema';
export type { GenerateRequest, GenerateResponse } from './generateSchema';
