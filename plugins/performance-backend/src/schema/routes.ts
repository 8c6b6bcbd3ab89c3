import {
  checkInfoSchema,
  listSchema,
  metricInfoSchema,
  planSchema,
  reportSchema,
  reportSummarySchema,
  reportsQuerySchema,
  runPlanRequestSchema,
  runRequestSchema,
  runSchema,
  scorecardQuerySchema,
  scorecardSchema,
  trendQuerySchema,
  trendSchema,
} from '@dynoscope/scorecard';
import { z } from 'zod/v3';

/** A route as the OpenAPI document describes it. */
export interface RouteDescription {
  method: 'get' | 'post';
  /** Path with OpenAPI's parameters. */
  path: string;
  operationId: string;
  summary: string;
  query?: z.AnyZodObject;
  headers?: Record<string, string>;
  body?: z.ZodTypeAny;
  status: 200 | 202;
  /** Schema of a JSON answer, or the media type of another one. */
  answer: z.ZodTypeAny | 'text/markdown';
  /** Statuses of errors beside 401 and 503. */
  errors: (400 | 403 | 404 | 409)[];
}

const entity = '/entities/{kind}/{namespace}/{name}';
const get = { method: 'get', status: 200 } as const;
const ofEntity = { ...get, errors: [400, 404] as (400 | 404)[] };

/** Every route of the plugin; the router serves them with the same schemas. */
export const routes: readonly RouteDescription[] = [
  {
    ...get,
    path: '/openapi.json',
    operationId: 'getOpenApi',
    summary: 'This document',
    answer: z.record(z.unknown()),
    errors: [],
  },
  {
    ...get,
    path: '/checks',
    operationId: 'listChecks',
    summary: 'The checks that are known here, built in and added',
    answer: listSchema(checkInfoSchema),
    errors: [],
  },
  {
    ...get,
    path: '/metrics',
    operationId: 'listMetrics',
    summary: 'The metrics that are known here, built in and added',
    answer: listSchema(metricInfoSchema),
    errors: [],
  },
  {
    ...ofEntity,
    path: `${entity}/scorecard`,
    operationId: 'getScorecard',
    summary:
      'The newest conclusive outcome of each check and subject, whichever run made it',
    query: scorecardQuerySchema,
    answer: scorecardSchema,
  },
  {
    ...ofEntity,
    path: `${entity}/reports`,
    operationId: 'listReports',
    summary: 'The reports of an entity, newest first',
    query: reportsQuerySchema,
    answer: listSchema(reportSummarySchema),
  },
  {
    ...ofEntity,
    path: `${entity}/report`,
    operationId: 'getNewestReport',
    summary: 'The newest report of an entity',
    query: scorecardQuerySchema,
    answer: reportSchema,
  },
  {
    ...ofEntity,
    path: `${entity}/trend`,
    operationId: 'getTrend',
    summary: 'One metric by time, oldest first',
    query: trendQuerySchema,
    answer: trendSchema,
  },
  {
    ...get,
    path: '/reports/{id}.md',
    operationId: 'getReportMarkdown',
    summary: 'A report as markdown',
    answer: 'text/markdown',
    errors: [404],
  },
  {
    ...get,
    path: '/reports/{id}',
    operationId: 'getReport',
    summary: 'The immutable document of one run',
    answer: reportSchema,
    errors: [404],
  },
  {
    ...get,
    path: '/reports/{id}/evidence/{evidence}',
    operationId: 'getEvidence',
    summary: 'Raw material of a report, as its probe kept it',
    answer: z.unknown(),
    errors: [403, 404],
  },
  {
    method: 'post',
    path: '/runs/plan',
    operationId: 'planRun',
    summary: 'Answers what a run would do, and does nothing',
    body: runPlanRequestSchema,
    status: 200,
    answer: planSchema,
    errors: [400, 403, 404],
  },
  {
    method: 'post',
    path: '/runs',
    operationId: 'startRun',
    summary: 'Runs a plan, or plans and runs',
    headers: {
      'Idempotency-Key':
        'A second request with the same key is answered with the run of the first',
    },
    body: runRequestSchema,
    status: 202,
    answer: runSchema,
    errors: [400, 403, 404, 409],
  },
  {
    ...get,
    path: '/runs/{id}',
    operationId: 'getRun',
    summary: 'A run with its progress',
    answer: runSchema,
    errors: [404],
  },
  {
    method: 'post',
    path: '/runs/{id}/cancel',
    operationId: 'cancelRun',
    summary: 'Asks a run to end',
    status: 200,
    answer: runSchema,
    errors: [403, 404],
  },
];
