import {
  compareQuerySchema,
  comparisonSchema,
  experimentRequestSchema,
  experimentSchema,
  listSchema,
  measureRequestSchema,
  recordSchema,
  scorecardQuerySchema,
} from '@dynoscope/scorecard';
import type { RouteDescription } from './RouteDescription';

const get = { method: 'get', status: 200 } as const;

/** The routes of fixes with proof. */
export const experimentRoutes: readonly RouteDescription[] = [
  {
    ...get,
    path: '/compare',
    operationId: 'compareReports',
    summary:
      'Two reports held against each other, metric by metric, with the interval of each difference',
    query: compareQuerySchema,
    answer: comparisonSchema,
    errors: [400, 404],
  },
  {
    method: 'post',
    path: '/experiments',
    operationId: 'createExperiment',
    summary:
      'Records a remedy that was applied or proposed; it is measured once it is in force',
    body: experimentRequestSchema,
    status: 201,
    answer: experimentSchema,
    errors: [400, 403, 404],
  },
  {
    ...get,
    path: '/experiments/{id}',
    operationId: 'getExperiment',
    summary: 'What a remedy promised and what came of it',
    answer: experimentSchema,
    errors: [404],
  },
  {
    ...get,
    path: '/entities/{kind}/{namespace}/{name}/experiments',
    operationId: 'listExperiments',
    summary: 'The experiments of an entity, newest first',
    query: scorecardQuerySchema,
    answer: listSchema(experimentSchema),
    errors: [400, 404],
  },
  {
    method: 'post',
    path: '/experiments/{id}/measure',
    operationId: 'measureExperiment',
    summary:
      'Measures an experiment, again or for the first time, as the report before it was measured',
    body: measureRequestSchema,
    status: 200,
    answer: experimentSchema,
    errors: [400, 403, 404, 409],
  },
  {
    method: 'post',
    path: '/experiments/{id}/undo',
    operationId: 'undoExperiment',
    summary: 'Puts back what the portal itself had changed',
    status: 200,
    answer: experimentSchema,
    errors: [403, 404, 409],
  },
  {
    method: 'post',
    path: '/experiments/{id}/abandon',
    operationId: 'abandonExperiment',
    summary: 'Ends an experiment that has no verdict; its change stays',
    status: 200,
    answer: experimentSchema,
    errors: [403, 404, 409],
  },
  {
    ...get,
    path: '/remedies',
    operationId: 'listRemedyRecords',
    summary: 'How each remedy fared, over all entities',
    answer: listSchema(recordSchema),
    errors: [],
  },
];
