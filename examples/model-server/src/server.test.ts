import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleServer, examples, spawnServer } from './testing/spawnServer';
import type { SpawnedServer } from './testing/spawnServer';

interface Prediction {
  label: number;
  probabilities: number[];
}

const readJson = (...path: string[]) =>
  JSON.parse(readFileSync(join(examples, ...path), 'utf8'));
const reference = readJson('models', 'iris-reference.json') as {
  instances: number[][];
  predictions: Prediction[];
};
const v1 = '/v1/models/iris:predict';
const v2 = '/v2/models/iris/infer';

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

function expectReference(answers: Prediction[], rows: Prediction[]) {
  expect(answers.map(({ label }) => label)).toEqual(
    rows.map(({ label }) => label),
  );
  // The reference has six digits.
  answers.forEach(({ probabilities }, row) =>
    probabilities.forEach((probability, label) =>
      expect(
        Math.abs(probability - rows[row].probabilities[label]),
      ).toBeLessThan(2e-6),
    ),
  );
}

describe('the model', () => {
  it('gives the reference’s answer for each of the 150 rows over KServe v1, alone and together', async () => {
    expect(reference.instances).toHaveLength(150);
    const alone: Prediction[] = [];
    for (const instance of reference.instances) {
      const response = await server.post(v1, { instances: [instance] });
      alone.push(...(await response.json()).predictions);
    }
    expectReference(alone, reference.predictions);
    const response = await server.post(v1, { instances: reference.instances });
    const together = (await response.json()).predictions;
    expectReference(together, reference.predictions);
  });

  it('gives the same answers over Open Inference v2, flat and nested', async () => {
    for (const data of [reference.instances.flat(), reference.instances]) {
      const response = await server.post(v2, {
        id: 'mine',
        inputs: [{ name: 'features', shape: [150, 4], datatype: 'FP32', data }],
      });
      const { outputs, ...rest } = await response.json();
      expect(rest).toEqual({
        model_name: 'iris',
        model_version: null,
        id: 'mine',
        parameters: null,
      });
      const [labels, probabilities] = outputs;
      expect(labels).toMatchObject({ datatype: 'INT64', shape: [150] });
      expect(probabilities).toMatchObject({
        datatype: 'FP32',
        shape: [150, 3],
      });
      expectReference(
        labels.data.map((label: number, row: number) => ({
          label,
          probabilities: probabilities.data.slice(row * 3, row * 3 + 3),
        })),
        reference.predictions,
      );
    }
  });

  it('answers the example payloads, and different inputs differently', async () => {
    const first = await (
      await server.post(v1, readJson('payloads', 'iris-v1.json'))
    ).json();
    const other = await (
      await server.post(v1, { instances: [[5.1, 3.5, 1.4, 0.2]] })
    ).json();
    expect(first.predictions[0].label).toBe(1);
    expect(other.predictions[0].label).toBe(0);
    const second = await server.post(v2, readJson('payloads', 'iris-v2.json'));
    expect((await second.json()).outputs[1].data).toEqual(
      first.predictions[0].probabilities,
    );
  });
});

describe('the routes', () => {
  it.each([
    ['/', { status: 'alive' }],
    ['/v1/models', { models: ['iris'] }],
    ['/v1/models/iris', { name: 'iris', ready: true }],
    ['/v2', { name: 'dynoscope-example-model-server' }],
    ['/v2/health/live', { live: true }],
    ['/v2/health/ready', { ready: true }],
    ['/v2/models', { models: ['iris'] }],
    ['/v2/models/iris/ready', { name: 'iris', ready: true }],
    [
      '/v2/models/iris',
      {
        inputs: [{ name: 'features', datatype: 'FP32', shape: [-1, 4] }],
        outputs: [
          { name: 'label', datatype: 'INT64', shape: [-1] },
          { name: 'probabilities', datatype: 'FP32', shape: [-1, 3] },
        ],
      },
    ],
  ])('GET %s answers as KServe does', async (path, body) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject(body);
  });

  const input = {
    name: 'x',
    shape: [1, 4],
    datatype: 'FP32',
    data: [1, 2, 3, 4],
  };
  const error = (pattern: RegExp) => ({
    error: expect.stringMatching(pattern),
  });
  const detail = (type: string, ...loc: unknown[]) => ({
    detail: [{ type, loc: ['body', ...loc], msg: expect.any(String) }],
  });

  it.each([
    [v1, '{', 400, error(/^Unrecognized request format: /)],
    [v1, '{}', 500, error(/^KeyError : 'instances'$/)],
    [v1, '7', 500, error(/^KeyError : 'instances'$/)],
    [v1, { instances: 7 }, 400, error(/^Expected "instances" to be a list$/)],
    [v1, { instances: [] }, 500, error(/^ValueError : found 0 instances/)],
    [v1, { instances: [[1, 2]] }, 500, error(/instance 0 has 2 values/)],
    [v1, { instances: [[1, 2, 3, 4], 7] }, 500, error(/instance 1 has number/)],
    [v1, { instances: [[1, 2, 3, 'x']] }, 500, error(/^ValueError : /)],
    [
      v1.replace('iris', 'nope'),
      '{}',
      404,
      error(/^Model with name nope does not exist\.$/),
    ],
    [
      v2.replace('iris', 'nope'),
      '{}',
      404,
      error(/^Model with name nope does not exist\.$/),
    ],
    [v2, '{', 422, detail('json_invalid')],
    [v2, {}, 422, detail('missing', 'inputs')],
    [
      v2,
      { inputs: [{ ...input, data: undefined }] },
      422,
      detail('missing', 'inputs', 0, 'data'),
    ],
    [
      v2,
      { inputs: [{ ...input, shape: 'x' }] },
      422,
      detail('invalid', 'inputs', 0, 'shape'),
    ],
    [v2, { inputs: [] }, 500, error(/^IndexError : list index out of range$/)],
    [
      v2,
      { inputs: [{ ...input, datatype: 'FP31' }] },
      400,
      error(/^invalid datatype FP31 in the input$/),
    ],
    [
      v2,
      { inputs: [{ ...input, shape: [1, 3] }] },
      500,
      error(/^ValueError : expected an input of shape \[rows, 4\]/),
    ],
    [
      v2,
      { inputs: [{ ...input, shape: [2, 4] }] },
      500,
      error(/^ValueError : cannot reshape data of 4 values/),
    ],
    [
      v2,
      { inputs: [{ ...input, data: [1, 2, 3, 'x'] }] },
      500,
      error(/^ValueError : /),
    ],
    ['/v3', '{}', 404, { detail: 'Not Found' }],
    ['/v2', '{}', 405, { detail: 'Method Not Allowed' }],
  ])('POST %s with %j answers %d', async (path, body, status, expected) => {
    const response = await server.post(path, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(expected);
  });

  it('GET of a predict path looks for a model of that name', async () => {
    const response = await fetch(`${server.url}${v1}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: 'Model with name iris:predict does not exist.',
    });
  });

  it('refuses a body above its limit and a malformed path, and goes on', async () => {
    const large = await server.post(v1, ' '.repeat(9 * 1024 * 1024));
    expect(large.status).toBe(413);
    expect((await fetch(`${server.url}/%E0%A4%A`)).status).toBe(400);
    expect((await fetch(server.url)).status).toBe(200);
  });
});
