import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleServer, examples, spawnServer } from './testing/spawnServer';
import type { SpawnedServer } from './testing/spawnServer';

let folder: string;
let server: SpawnedServer;

const source = readFileSync(
  join(examples, 'manifests', 'sluggish-ranker.yaml'),
  'utf8',
);

function publish(place: string, edit: (manifest: string) => string = m => m) {
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, place, 'inference-service.yaml'), edit(source));
}

const named = (name: string) => (manifest: string) =>
  manifest.replace('name: sluggish-ranker', `name: ${name}`);
const predict = (name: string) =>
  server.post(`/v1/models/${name}:predict`, { instances: [[1, 2, 3, 4]] });
const models = async () =>
  (await (await fetch(`${server.url}/v2/models`)).json()).models;

beforeAll(bundleServer);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'model-server-'));
  publish('first');
  server = await spawnServer([
    ...['--folder', folder, '--port', '0'],
    ...['--model-root', join(examples, 'models')],
  ]);
});

afterEach(async () => {
  server.kill('SIGTERM');
  await server.exited;
  rmSync(folder, { recursive: true });
});

describe('a folder of manifests', () => {
  it('is served by name, follows what comes, changes and goes, and logs by name', async () => {
    expect(await models()).toEqual(['sluggish-ranker']);
    publish('second', manifest =>
      named('other')(manifest).replace('maxLatency: 100', 'maxLatency: 5'),
    );
    await server.said(/other: batches of 32 instances or 5 ms/);
    expect((await (await predict('other')).json()).predictions).toHaveLength(1);
    const first = await predict('sluggish-ranker');
    expect((await first.json()).predictions).toHaveLength(1);
    const logged = await (
      await fetch(`${server.url}/__requests?model=other`)
    ).json();
    expect(logged).toMatchObject([{ path: '/v1/models/other:predict' }]);

    publish('first', manifest =>
      manifest.replace('maxLatency: 100', 'maxLatency: 7'),
    );
    await server.said(/sluggish-ranker: now batches of 32 instances or 7 ms/);
    publish('first', named('renamed'));
    await server.said(/renamed: batches of 32 instances or 100 ms/);
    expect((await predict('sluggish-ranker')).status).toBe(404);
    expect((await models()).sort()).toEqual(['other', 'renamed']);

    rmSync(join(folder, 'second'), { recursive: true });
    await server.said(/second: no longer served/);
    expect((await predict('other')).status).toBe(404);
  });

  it('keeps what it serves when a manifest breaks, and says why a model is not there', async () => {
    publish('first', () => 'kind: [');
    await server.said(/Flow sequence.*; the earlier manifest stays in force/);
    expect((await predict('sluggish-ranker')).status).toBe(200);
    publish('second', manifest =>
      named('other')(manifest).replace('iris.onnx', 'none.onnx'),
    );
    await server.said(/none\.onnx: cannot be loaded/);
    const answer = await predict('other');
    expect(answer.status).toBe(503);
    expect((await answer.json()).error).toMatch(/none\.onnx: cannot be loaded/);
  });

  it('follows no symbolic link, and knows the routes that name no model', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'model-server-outside-'));
    writeFileSync(
      join(outside, 'inference-service.yaml'),
      named('out')(source),
    );
    symlinkSync(outside, join(folder, 'linked'));
    mkdirSync(join(folder, 'inside'));
    symlinkSync(
      join(outside, 'inference-service.yaml'),
      join(folder, 'inside', 'inference-service.yaml'),
    );
    publish('last', named('last'));
    await server.said(/last: batches/);
    expect((await models()).sort()).toEqual(['last', 'sluggish-ranker']);
    rmSync(outside, { recursive: true });

    const ready = await fetch(`${server.url}/v2/health/ready`);
    expect(await ready.json()).toEqual({ ready: true });
    expect((await fetch(`${server.url}/v3`)).status).toBe(404);
    expect((await server.post('/v2', {})).status).toBe(405);
  });
});
