import { ResponseError } from '@backstage/errors';
import { createServer, type IncomingMessage, type Server } from 'http';
import type { AddressInfo } from 'net';
import { PerformanceClient } from './PerformanceClient';

interface Received {
  method?: string;
  url?: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let server: Server;
let received: Received[];
let answer: { status: number; type?: string; body: string };
let client: PerformanceClient;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, url, headers } = request;
    received.push({ method, url, headers, body });
    response.writeHead(answer.status, {
      'content-type': answer.type ?? 'application/json',
    });
    response.end(answer.body);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  client = new PerformanceClient({
    discoveryApi: {
      getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
    },
    fetchApi: { fetch },
  });
});
afterAll(async () => {
  await new Promise(done => server.close(done));
});
beforeEach(() => {
  received = [];
  answer = { status: 200, body: '{"id":"it"}' };
});

const ref = 'Component:default/Iris-Classifier';
const entity = '/api/performance/entities/component/default/iris-classifier';
const experiment = {
  reportId: 'r1',
  checkId: 'inference-latency-p50',
  change: { kind: 'manual' as const, reference: 'by hand' },
};
const lint = { documents: [{ file: 'a.yaml', content: 'a: 1' }] };
const trendQuery = { metric: 'inference.latency', statistic: 'p99' };

describe('PerformanceClient', () => {
  it.each<{
    name: string;
    ask: () => Promise<unknown>;
    url: string;
    body?: unknown;
  }>([
    {
      name: 'getScorecard',
      ask: () => client.getScorecard(ref),
      url: `${entity}/scorecard`,
    },
    {
      name: 'getScorecard of an environment',
      ask: () => client.getScorecard(ref, { environment: 'stage & test' }),
      url: `${entity}/scorecard?environment=stage+%26+test`,
    },
    {
      name: 'listReports',
      ask: () => client.listReports(ref, { limit: 5, cursor: 'a/b' }),
      url: `${entity}/reports?limit=5&cursor=a%2Fb`,
    },
    {
      name: 'getTrend',
      ask: () => client.getTrend(ref, trendQuery),
      url: `${entity}/trend?metric=inference.latency&statistic=p99`,
    },
    {
      name: 'getReport',
      ask: () => client.getReport('../secret'),
      url: '/api/performance/reports/..%2Fsecret',
    },
    {
      name: 'getEvidence',
      ask: () => client.getEvidence('r1', 'e 1'),
      url: '/api/performance/reports/r1/evidence/e%201',
    },
    {
      name: 'planRun',
      ask: () => client.planRun({ entityRef: ref }),
      url: '/api/performance/runs/plan',
      body: { entityRef: ref },
    },
    {
      name: 'startRun',
      ask: () => client.startRun({ planId: 'p1', confirm: 'iris' }),
      url: '/api/performance/runs',
      body: { planId: 'p1', confirm: 'iris' },
    },
    {
      name: 'getRun',
      ask: () => client.getRun('r1'),
      url: '/api/performance/runs/r1',
    },
    {
      name: 'cancelRun',
      ask: () => client.cancelRun('r1'),
      url: '/api/performance/runs/r1/cancel',
      body: {},
    },
    {
      name: 'compare',
      ask: () => client.compare({ base: 'r 1', candidate: 'r2' }),
      url: '/api/performance/compare?base=r+1&candidate=r2',
    },
    {
      name: 'createExperiment',
      ask: () => client.createExperiment(experiment),
      url: '/api/performance/experiments',
      body: experiment,
    },
    {
      name: 'getExperiment',
      ask: () => client.getExperiment('../e'),
      url: '/api/performance/experiments/..%2Fe',
    },
    {
      name: 'listExperiments',
      ask: () => client.listExperiments(ref, { environment: 'demo' }),
      url: `${entity}/experiments?environment=demo`,
    },
    {
      name: 'measureExperiment',
      ask: () => client.measureExperiment('e1', { confirm: 'iris' }),
      url: '/api/performance/experiments/e1/measure',
      body: { confirm: 'iris' },
    },
    {
      name: 'undoExperiment',
      ask: () => client.undoExperiment('e1'),
      url: '/api/performance/experiments/e1/undo',
      body: {},
    },
    {
      name: 'abandonExperiment',
      ask: () => client.abandonExperiment('e1'),
      url: '/api/performance/experiments/e1/abandon',
      body: {},
    },
    {
      name: 'listRemedyRecords',
      ask: () => client.listRemedyRecords(),
      url: '/api/performance/remedies',
    },
    {
      name: 'generate',
      ask: () => client.generate('inference/service', { options: { a: 1 } }),
      url: '/api/performance/generate/inference%2Fservice',
      body: { options: { a: 1 } },
    },
    {
      name: 'lint',
      ask: () => client.lint(lint),
      url: '/api/performance/lint',
      body: lint,
    },
    {
      name: 'listChecks',
      ask: () => client.listChecks(),
      url: '/api/performance/checks',
    },
    {
      name: 'listMetrics',
      ask: () => client.listMetrics(),
      url: '/api/performance/metrics',
    },
  ])('asks the right address: $name', async ({ ask, url, body }) => {
    expect(await ask()).toEqual({ id: 'it' });
    expect(received).toEqual([
      expect.objectContaining({
        url,
        method: body === undefined ? 'GET' : 'POST',
        body: body === undefined ? '' : JSON.stringify(body),
      }),
    ]);
    expect(received[0].headers['content-type']).toBe(
      body === undefined ? undefined : 'application/json',
    );
  });

  it('sends the idempotency key of a start, and none otherwise', async () => {
    await client.startRun({ planId: 'p1' }, { idempotencyKey: 'once' });
    await client.startRun({ planId: 'p1' });
    expect(received.map(({ headers }) => headers['idempotency-key'])).toEqual([
      'once',
      undefined,
    ]);
  });

  it('reads markdown as it is', async () => {
    answer = { status: 200, type: 'text/markdown', body: '# Report' };
    expect(await client.getReportMarkdown('r1')).toBe('# Report');
    expect(received[0].url).toBe('/api/performance/reports/r1.md');
  });

  it('throws what the backend said, with its code and the run in the way', async () => {
    answer = {
      status: 409,
      body: JSON.stringify({
        error: {
          name: 'ConflictError',
          message: 'A run goes on at this address.',
          code: 'busy',
          runId: 'r-188',
        },
        response: { statusCode: 409 },
      }),
    };
    const error = await client.startRun({ planId: 'p1' }).catch(e => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error.response.status).toBe(409);
    expect(error.body.error).toMatchObject({ code: 'busy', runId: 'r-188' });
  });

  it('throws for an error that is no JSON', async () => {
    answer = { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' };
    await expect(client.getRun('r1')).rejects.toMatchObject({
      response: { status: 502 },
    });
  });

  it('gives up when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      client.getRun('r1', { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('names the entity ref that cannot be read', async () => {
    await expect(client.getScorecard('not a ref')).rejects.toThrow(/not a ref/);
  });
});
