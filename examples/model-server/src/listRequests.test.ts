import { connect } from 'node:net';
import { join } from 'node:path';
import { bundleServer, examples, spawnServer } from './testing/spawnServer';
import type { SpawnedServer } from './testing/spawnServer';

const v1 = '/v1/models/iris:predict';

let server: SpawnedServer;

beforeAll(async () => {
  bundleServer();
  const manifest = join(examples, 'manifests', 'iris-classifier.yaml');
  server = await spawnServer(['--manifest', manifest, '--port', '0']);
});

afterAll(async () => {
  server.kill('SIGTERM');
  await server.exited;
});

describe('GET /__requests', () => {
  it('has each request once, with run, status and time, and not the reading of the log', async () => {
    const before = await server.requests();
    const since = new Date().toISOString();
    await fetch(`${server.url}${v1}`, {
      method: 'POST',
      headers: { 'x-dynoscope-run': 'run-1', 'user-agent': 'dynoscope/0.1.0' },
      body: JSON.stringify({ instances: [[1, 2, 3, 4]] }),
    });
    await fetch(`${server.url}/v1/models/nope`);
    const requests = await server.requests();
    expect(requests).toHaveLength(before.length + 2);
    expect(requests.slice(-2)).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        heldMs: expect.any(Number),
        runId: 'run-1',
        path: v1,
        status: 200,
        userAgent: 'dynoscope/0.1.0',
      },
      expect.objectContaining({ path: '/v1/models/nope', status: 404 }),
    ]);
    expect(requests.at(-2)!.heldMs).toBeGreaterThan(0);
    expect(await server.requests(since)).toEqual(requests.slice(-2));
    expect(await server.requests(String(Date.parse(since)))).toEqual(
      requests.slice(-2),
    );
  });

  it('counts a client that leaves in the middle of its request', async () => {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${v1} HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{`,
    );
    const last = async () => (await server.requests()).at(-1);
    while ((await last())?.status !== undefined) {
      // Until it has come; the test's own time limit ends this.
    }
    socket.destroy();
    while ((await last())?.status === undefined) {
      // Until the server has noticed.
    }
    expect(await last()).toMatchObject({ path: v1, status: 499, heldMs: 0 });
  });

  it('refuses a time that it does not understand', async () => {
    const response = await fetch(`${server.url}/__requests?since=yesterday`);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatch(/^since: .*got yesterday$/);
  });
});
