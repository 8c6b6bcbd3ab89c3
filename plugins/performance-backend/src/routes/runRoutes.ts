import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { runPlanRequestSchema } from '@dynoscope/scorecard';
import type { Router } from 'express';
import { audited } from '../audited';
import { parse } from '../parse';
import { parseIdempotencyKey, parseRunRequest } from '../parseRunRequest';
import type { RunService } from '../runs/RunService';
import { createAddRoute } from './addRoute';

/** Plans and runs. */
export function addRunRoutes(
  router: Router,
  options: {
    runs: RunService;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  },
): void {
  const { runs, httpAuth, auditor } = options;
  const add = createAddRoute(router, httpAuth);

  add('post', '/runs/plan', ({ body }, by) =>
    runs.plan(parse(runPlanRequestSchema, body, 'body'), by),
  );
  add(
    'post',
    '/runs',
    (request, by) => {
      const meta = parseRunRequest(request.body);
      const key = parseIdempotencyKey(request.get('Idempotency-Key'));
      return audited(
        auditor,
        { eventId: 'run-start', severityLevel: 'medium', request, meta },
        () => runs.start(meta, { ...by, idempotencyKey: key }),
      );
    },
    { status: 202 },
  );
  add('get', '/runs/:id', ({ params }, by) => runs.get(params.id, by));
  add('post', '/runs/:id/cancel', (request, by) => {
    const meta = { id: request.params.id };
    return audited(
      auditor,
      { eventId: 'run-cancel', severityLevel: 'low', request, meta },
      () => runs.cancel(meta.id, by),
    );
  });
}
