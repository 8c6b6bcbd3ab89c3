import { version } from '../package.json';
import { json } from './answer';
import type { Handler } from './createRoutes';

/** One of several services: its routes, or why there are none. */
export type FolderService =
  | { name: string; handle: Handler }
  | { name: string; problem: string };

/** The routes of a server of several models: those of the model that a path names, and those that name none. */
export function createFolderRoutes(services: () => FolderService[]): Handler {
  return async request => {
    const wanted = /^\/v[12]\/models\/([^/:]+)/.exec(request.path)?.[1];
    if (wanted !== undefined) {
      const service = services().find(({ name }) => name === wanted);
      if (!service) {
        const error = `Model with name ${wanted} does not exist.`;
        return json(404, { error });
      }
      return 'handle' in service
        ? service.handle(request)
        : json(503, { error: service.problem });
    }
    const models = services().flatMap(service =>
      'handle' in service ? [service.name] : [],
    );
    const answers: Record<string, unknown> = {
      '/': { status: 'alive' },
      '/v1/models': { models },
      '/v2': {
        name: 'dynoscope-example-model-server',
        version,
        extensions: [],
      },
      '/v2/health/live': { live: true },
      '/v2/health/ready': { ready: true },
      '/v2/models': { models },
    };
    if (!Object.hasOwn(answers, request.path)) {
      return json(404, { detail: 'Not Found' });
    }
    return request.method === 'GET'
      ? json(200, answers[request.path])
      : json(405, { detail: 'Method Not Allowed' });
  };
}
