import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  experimentRequestSchema,
  measureRequestSchema,
  scorecardQuerySchema,
} from '@dynoscope/scorecard';
import type { Router } from 'express';
import { audited } from '../audited';
import type { ExperimentService } from '../experiments/ExperimentService';
import { parse } from '../parse';
import { createAddRoute, entityOf, entityPath } from './addRoute';

/** Fixes with proof, and the records of remedies. */
export function addExperimentRoutes(
  router: Router,
  options: {
    experiments: ExperimentService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
): void {
  const { experiments, httpAuth, auditor } = options;
  const add = createAddRoute(router, httpAuth);

  add(
    'post',
    '/experiments',
    (request, by) => {
      const body = parse(experimentRequestSchema, request.body, 'body');
      const { reportId, checkId, change } = body;
      const { kind, reference } = change;
      return audited(
        auditor,
        {
          eventId: 'experiment-create',
          severityLevel: 'medium',
          request,
          meta: { reportId, checkId, kind, reference },
        },
        () => experiments.create(body, by),
      );
    },
    { status: 201 },
  );
  add('get', '/experiments/:id', ({ params }, by) =>
    experiments.get(params.id, by),
  );
  add('get', `${entityPath}/experiments`, (request, by) => {
    const query = parse(scorecardQuerySchema, request.query, 'query');
    return experiments.list(entityOf(request), { ...query, ...by });
  });
  add('post', '/experiments/:id/measure', (request, by) => {
    const body = parse(measureRequestSchema, request.body, 'body');
    const meta = { id: request.params.id };
    return audited(
      auditor,
      { eventId: 'experiment-measure', severityLevel: 'medium', request, meta },
      () => experiments.measure(meta.id, { ...body, ...by }),
    );
  });
  for (const verb of ['undo', 'abandon'] as const) {
    add('post', `/experiments/:id/${verb}`, (request, by) => {
      const meta = { id: request.params.id };
      return audited(
        auditor,
        {
          eventId: `experiment-${verb}`,
          severityLevel: 'medium',
          request,
          meta,
        },
        () => experiments[verb](meta.id, by),
      );
    });
  }
  add('get', '/remedies', () => experiments.records());
}
