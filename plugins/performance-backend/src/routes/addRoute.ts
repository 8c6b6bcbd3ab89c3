import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import type { OnBehalf } from '../runs/RunService';

/** Answers a request on behalf of its caller, as JSON. */
export type Route = (
  request: Request,
  by: OnBehalf,
  response: Response,
) => unknown;

/** Adds a route to a router; every one asks for credentials first. */
export type AddRoute = (
  method: 'get' | 'post',
  path: string,
  route: Route,
  options?: { status?: number },
) => void;

export function createAddRoute(
  router: Router,
  httpAuth: HttpAuthService,
): AddRoute {
  return (method, path, route, { status = 200 } = {}) => {
    router[method](path, async (request: Request, response: Response) => {
      const by = { credentials: await httpAuth.credentials(request) };
      response.status(status).json(await route(request, by, response));
    });
  };
}

/** Path of an entity, and the reference that it is read as. */
export const entityPath = '/entities/:kind/:namespace/:name';

export function entityOf({ params }: Request): string {
  return `${params.kind}:${params.namespace}/${params.name}`;
}
