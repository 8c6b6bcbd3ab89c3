import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleServer, examples, spawnServer } from './testing/spawnServer';
import type { SpawnedServer } from './testing/spawnServer';

const path = '/v1/models/sluggish-ranker:predict';

let folder: string;
let manifest: string;
let server: SpawnedServer;

beforeAll(bundleServer);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'model-server-'));
  manifest = join(folder, 'isvc.yaml');
  copyFileSync(join(examples, 'manifests', 'sluggish-ranker.yaml'), manifest);
  const modelRoot = join(examples, 'models');
  server = await spawnServer([
    '--manifest',
    manifest,
    '--port',
    '0',
    '--model-root',
    modelRoot,
  ]);
});

afterEach(async () => {
  server.kill('SIGTERM');
  await server.exited;
  rmSync(folder, { recursive: true });
});

function edit(from: RegExp, to: string) {
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(from, to));
}

/** Ten users, each with one request at a time, and how long the server says it held them. */
async function heldByUsers(requestsEach: number): Promise<number[]> {
  const before = (await server.requests()).length;
  const user = async () => {
    for (let i = 0; i < requestsEach; i++) {
      const response = await server.post(path, { instances: [[1, 2, 3, 4]] });
      expect((await response.json()).predictions).toHaveLength(1);
    }
  };
  await Promise.all(Array.from({ length: 10 }, user));
  const requests = (await server.requests()).slice(before);
  expect(requests).toHaveLength(10 * requestsEach);
  return requests.map(({ heldMs }) => heldMs).sort((a, b) => a - b);
}

describe('the batcher of the manifest', () => {
  it('holds requests as long as it says, follows a change of the file, and keeps the last good one', async () => {
    const slow = await heldByUsers(10);
    // The first of a batch waits all of the 100 ms, the others from when they come.
    expect(slow.at(-1)).toBeGreaterThanOrEqual(100);
    expect(median(slow)).toBeGreaterThanOrEqual(60);

    edit(/maxLatency: 100/, 'maxLatency: soon');
    await server.said(
      /batcher\.maxLatency: expected a whole number; the earlier manifest stays in force/,
    );
    expect(median(await heldByUsers(3))).toBeGreaterThanOrEqual(60);

    edit(/maxLatency: soon/, 'maxLatency: 5');
    await server.said(/now batches of 32 instances or 5 ms/);
    const quick = await heldByUsers(20);
    expect(quick.at(-1)).toBeGreaterThanOrEqual(5);
    expect(median(quick)).toBeLessThan(median(slow) / 2);

    edit(/ *batcher:\n.*\n.*\n/, '');
    await server.said(/now no batcher/);
    const response = await server.post(path, { instances: [[1, 2, 3, 4]] });
    expect(Object.keys(await response.json())).toEqual(['predictions']);
  });

  it('makes a failure of one request a 200 without predictions, and leaves v2 alone', async () => {
    const [good, bad] = await Promise.all([
      server.post(path, { instances: [[1, 2, 3, 4]] }),
      server.post(path, { instances: [[1]] }),
    ]);
    for (const response of [good, bad]) {
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        message: expect.stringContaining('instance 1 has 1 values'),
        batchId: '',
        predictions: null,
      });
    }
    const v2 = await server.post('/v2/models/sluggish-ranker/infer', {
      inputs: [
        { name: 'x', shape: [1, 4], datatype: 'FP32', data: [1, 2, 3, 4] },
      ],
    });
    expect((await v2.json()).outputs).toHaveLength(2);
  });
});

function median(sorted: number[]): number {
  return sorted[Math.floor(sorted.length / 2)];
}
