import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PerformanceClient } from '@dynoscope/backstage-plugin-performance-common';
import type { PerformanceService } from '@dynoscope/backstage-plugin-performance-node';
import {
  experimentRequestSchema,
  generateRequestSchema,
  generateResponseSchema,
  type GenerateResponse,
} from '@dynoscope/scorecard';

/** What the server answers; tests change it. */
export interface Answers {
  generated: GenerateResponse;
  allowedActions: string[];
  /** Why it refuses everything. */
  refusal?: string;
}

/** What a generator makes of a new service. */
export function newService(name = 'product-ranker'): GenerateResponse {
  return generateResponseSchema.parse({
    generator: 'inference-service',
    options: { name, namespace: 'default', owner: 'group:default/demo' },
    inputs: [],
    values: [
      {
        path: '/spec/predictor/minReplicas',
        label: 'Replicas',
        value: 2,
        arithmetic: '1.2 in service ÷ 0.7 = 2',
      },
    ],
    files: [
      {
        path: `${name}/inference-service.yaml`,
        content: 'kind: InferenceService\n',
      },
      { path: `${name}/catalog-info.yaml`, content: 'kind: Component\n' },
    ],
    diff: `--- /dev/null\n+++ ${name}/inference-service.yaml\n+kind: InferenceService\n`,
    findings: [],
    description: 'A new service',
    warnings: [],
  });
}

/** The change that mends a miss. */
export function change(): GenerateResponse {
  return {
    ...newService('sluggish-ranker'),
    values: [
      {
        path: '/spec/predictor/batcher/maxLatency',
        label: 'Batch wait',
        was: 100,
        value: 5,
        unit: 'ms',
        arithmetic: '10 − 2 − 3 = 5 ms',
      },
    ],
    files: [
      {
        path: 'sluggish-ranker/inference-service.yaml',
        content: 'maxLatency: 5\n',
        before: 'maxLatency: 100\n',
      },
    ],
    diff: '-maxLatency: 100\n+maxLatency: 5\n',
    description: 'Wait **5 ms**',
    warnings: ['The manifest has changed since the report'],
  };
}

/**
 * A server that answers as the performance backend and refuses what its schemas refuse.
 *
 * @returns `asked`, every request with who it was made for
 */
export async function startPerformanceServer(answers: Answers) {
  const asked: { user: string; path: string; body?: any }[] = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const body = text ? JSON.parse(text) : undefined;
    const path = new URL(request.url!, 'http://localhost').pathname;
    asked.push({ user: String(request.headers.authorization), path, body });
    const [status, answer] = answerOf(path, body, answers);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const performance: PerformanceService = {
    onBehalfOf: credentials =>
      new PerformanceClient({
        discoveryApi: { getBaseUrl: async () => `http://127.0.0.1:${port}` },
        fetchApi: {
          fetch: (input, init) => {
            const headers = new Headers(init?.headers);
            const { userEntityRef } = credentials.principal as any;
            headers.set('authorization', String(userEntityRef));
            return fetch(input, { ...init, headers });
          },
        },
      }),
  };
  return {
    asked,
    performance,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerOf(
  path: string,
  body: unknown,
  { generated, allowedActions, refusal }: Answers,
): [number, unknown] {
  const refuse = (message: string): [number, unknown] => [
    400,
    {
      error: { name: 'InputError', message },
      response: { statusCode: 400 },
    },
  ];
  if (refusal) return refuse(refusal);
  if (path === '/generate/inference-service') {
    const { error } = generateRequestSchema.safeParse(body);
    return error ? refuse(error.message) : [200, generated];
  }
  if (path.startsWith('/reports/')) {
    const entityRef = 'component:default/sluggish-ranker';
    return [200, { entityRef, environment: 'demo' }];
  }
  if (path === '/entities/component/default/sluggish-ranker/scorecard') {
    return [200, { allowedActions }];
  }
  if (path === '/experiments') {
    const { data, error } = experimentRequestSchema.safeParse(body);
    const state = data?.change.kind === 'pull-request' ? 'proposed' : 'applied';
    return error ? refuse(error.message) : [201, { id: 'experiment-1', state }];
  }
  return [404, { error: { name: 'NotFoundError', message: path } }];
}
