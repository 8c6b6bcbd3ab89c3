import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import type { Registry } from './createRegistry';
import { databaseDown } from './database/databaseDown';
import type { ExperimentService } from './experiments/ExperimentService';
import type { GenerateService } from './generate/GenerateService';
import { listChecks, listMetrics } from './listRegistry';
import type { ReportService } from './reports/ReportService';
import { createAddRoute } from './routes/addRoute';
import { addExperimentRoutes } from './routes/experimentRoutes';
import { addGenerateRoutes } from './routes/generateRoutes';
import { addReportRoutes } from './routes/reportRoutes';
import { addRunRoutes } from './routes/runRoutes';
import type { RunService } from './runs/RunService';
import openapi from './schema/openapi.generated.json';

/** The HTTP interface: each route has credentials, parses and delegates. The services that it gets authorise. */
export function createRouter(options: {
  runs: RunService;
  reports: ReportService;
  experiments: ExperimentService;
  generate: GenerateService;
  registry: Registry;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
}): express.Router {
  const { registry, httpAuth, logger } = options;
  const router = Router();
  addGenerateRoutes(router, options);
  router.use(express.json());

  const add = createAddRoute(router, httpAuth);
  add('get', '/openapi.json', () => openapi);
  add('get', '/checks', () => listChecks(registry));
  add('get', '/metrics', () => listMetrics(registry));
  addReportRoutes(router, options);
  addRunRoutes(router, options);
  addExperimentRoutes(router, options);

  router.use(databaseDown(logger));
  return router;
}
