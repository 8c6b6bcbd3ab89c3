import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  compareQuerySchema,
  compareReports,
  renderMarkdown,
  reportsQuerySchema,
  scorecardQuerySchema,
  trendQuerySchema,
} from '@dynoscope/scorecard';
import type { Router } from 'express';
import type { Registry } from '../createRegistry';
import { parse } from '../parse';
import type { ReportService } from '../reports/ReportService';
import { createAddRoute, entityOf, entityPath } from './addRoute';

/** Scorecards, reports, trends, evidence and comparisons. */
export function addReportRoutes(
  router: Router,
  options: {
    reports: ReportService;
    registry: Registry;
    httpAuth: HttpAuthService;
  },
): void {
  const { reports, registry, httpAuth } = options;
  const add = createAddRoute(router, httpAuth);

  add('get', `${entityPath}/scorecard`, (request, by) => {
    const query = parse(scorecardQuerySchema, request.query, 'query');
    return reports.scorecard(entityOf(request), { ...query, ...by });
  });
  add('get', `${entityPath}/reports`, (request, by) => {
    const query = parse(reportsQuerySchema, request.query, 'query');
    return reports.list(entityOf(request), { ...query, ...by });
  });
  add('get', `${entityPath}/report`, (request, by) => {
    const query = parse(scorecardQuerySchema, request.query, 'query');
    return reports.newest(entityOf(request), { ...query, ...by });
  });
  add('get', `${entityPath}/trend`, (request, by) => {
    const query = parse(trendQuerySchema, request.query, 'query');
    return reports.trend(entityOf(request), { query, ...by });
  });

  router.get('/reports/:id.md', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const report = await reports.get(request.params.id, { credentials });
    response.type('text/markdown').send(renderMarkdown(report));
  });
  add('get', '/reports/:id', ({ params }, by) => reports.get(params.id, by));
  add('get', '/reports/:id/evidence/:evidence', ({ params }, by, response) => {
    response.attachment(`${params.evidence}.json`);
    return reports.evidence(params.id, params.evidence, by);
  });

  add('get', '/compare', async ({ query }, by) => {
    const { base, candidate } = parse(compareQuerySchema, query, 'query');
    return compareReports(
      await reports.get(base, by),
      await reports.get(candidate, by),
      { metrics: registry.metrics },
    );
  });
}
