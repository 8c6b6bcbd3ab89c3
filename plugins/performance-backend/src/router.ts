import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  renderMarkdown,
  reportsQuerySchema,
  runPlanRequestSchema,
  scorecardQuerySchema,
  trendQuerySchema,
} from '@dynoscope/scorecard';
import express, { type Request, type Response } from 'express';
import Router from 'express-promise-router';
import { audited } from './audited';
import type { Registry } from './createRegistry';
import { databaseDown } from './database/databaseDown';
import { listChecks, listMetrics } from './listRegistry';
import { parse } from './parse';
import { parseIdempotencyKey, parseRunRequest } from './parseRunRequest';
import type { ReportService } from './reports/ReportService';
import type { OnBehalf, RunService } from './runs/RunService';
import openapi from './schema/openapi.generated.json';

/** The HTTP interface: each route has credentials, parses and delegates. The services that it gets authorise. */
export function createRouter(options: {
  runs: RunService;
  reports: ReportService;
  registry: Registry;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
}): express.Router {
  const { runs, reports, registry, httpAuth, auditor, logger } = options;
  const router = Router();
  router.use(express.json());

  type Route = (request: Request, by: OnBehalf, response: Response) => unknown;
  const answer =
    (route: Route, status = 200) =>
    async (request: Request, response: Response) => {
      const by = { credentials: await httpAuth.credentials(request) };
      response.status(status).json(await route(request, by, response));
    };
  const get = (path: string, route: Route) => router.get(path, answer(route));

  get('/openapi.json', () => openapi);
  get('/checks', () => listChecks(registry));
  get('/metrics', () => listMetrics(registry));

  const entity = '/entities/:kind/:namespace/:name';
  const ref = ({ params }: Request) =>
    `${params.kind}:${params.namespace}/${params.name}`;

  get(`${entity}/scorecard`, (request, by) => {
    const query = parse(scorecardQuerySchema, request.query, 'query');
    return reports.scorecard(ref(request), { ...query, ...by });
  });
  get(`${entity}/reports`, (request, by) => {
    const query = parse(reportsQuerySchema, request.query, 'query');
    return reports.list(ref(request), { ...query, ...by });
  });
  get(`${entity}/report`, (request, by) => {
    const query = parse(scorecardQuerySchema, request.query, 'query');
    return reports.newest(ref(request), { ...query, ...by });
  });
  get(`${entity}/trend`, (request, by) => {
    const query = parse(trendQuerySchema, request.query, 'query');
    return reports.trend(ref(request), { query, ...by });
  });

  router.get('/reports/:id.md', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const report = await reports.get(request.params.id, { credentials });
    response.type('text/markdown').send(renderMarkdown(report));
  });
  get('/reports/:id', ({ params }, by) => reports.get(params.id, by));
  get('/reports/:id/evidence/:evidence', ({ params }, by, response) => {
    response.attachment(`${params.evidence}.json`);
    return reports.evidence(params.id, params.evidence, by);
  });

  router.post(
    '/runs/plan',
    answer(({ body }, by) =>
      runs.plan(parse(runPlanRequestSchema, body, 'body'), by),
    ),
  );
  router.post(
    '/runs',
    answer((request, by) => {
      const meta = parseRunRequest(request.body);
      const key = parseIdempotencyKey(request.get('Idempotency-Key'));
      return audited(
        auditor,
        { eventId: 'run-start', severityLevel: 'medium', request, meta },
        () => runs.start(meta, { ...by, idempotencyKey: key }),
      );
    }, 202),
  );
  get('/runs/:id', ({ params }, by) => runs.get(params.id, by));
  router.post(
    '/runs/:id/cancel',
    answer((request, by) => {
      const meta = { id: request.params.id };
      return audited(
        auditor,
        { eventId: 'run-cancel', severityLevel: 'low', request, meta },
        () => runs.cancel(meta.id, by),
      );
    }),
  );

  router.use(databaseDown(logger));
  return router;
}
