import { json } from './answer';
import type { Answer } from './answer';
import { Batcher } from './Batcher';
import type { RouteRequest } from './createRoutes';

const path = '/v1/models/iris:predict';
const never = 3_600_000;

function predict(...instances: unknown[]): RouteRequest {
  return { method: 'POST', path, body: JSON.stringify({ instances }) };
}

/** A server that answers each instance with its double. */
async function double(request: RouteRequest): Promise<Answer> {
  const { instances } = JSON.parse(request.body) as { instances: number[] };
  return json(200, { predictions: instances.map(value => value * 2) });
}

const read = (answer: Answer) => JSON.parse(answer.body);

describe('Batcher', () => {
  it('closes a batch that is full, gives each request its own rows, and marks the batch', async () => {
    const next = jest.fn(double);
    const batcher = new Batcher({ maxBatchSize: 4, maxLatency: never }, next);
    const answers = await Promise.all(
      [predict(1), predict(2, 3), predict(4)].map(r => batcher.handle(r)),
    );
    expect(next.mock.calls).toEqual([[predict(1, 2, 3, 4)]]);
    expect(answers.map(read)).toEqual([
      { message: '', batchId: expect.any(String), predictions: [2] },
      { message: '', batchId: expect.any(String), predictions: [4, 6] },
      { message: '', batchId: expect.any(String), predictions: [8] },
    ]);
    expect(new Set(answers.map(answer => read(answer).batchId)).size).toBe(1);
    expect(answers[0]).toMatchObject({
      status: 200,
      contentType: 'text/plain; charset=utf-8',
    });
  });

  it('never closes a batch before its time, counted from its first request', async () => {
    const batcher = new Batcher({ maxBatchSize: 99, maxLatency: 30 }, double);
    const startedAt = performance.now();
    const answers = await Promise.all([
      batcher.handle(predict(1)),
      batcher.handle(predict(2)),
    ]);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(30);
    expect(read(answers[0]).batchId).toBe(read(answers[1]).batchId);
  });

  it('predicts one batch at a time, and lets one request overfill a batch', async () => {
    const release: (() => void)[] = [];
    const next = jest.fn(async (request: RouteRequest) => {
      await new Promise<void>(resolve => release.push(resolve));
      return double(request);
    });
    const batcher = new Batcher({ maxBatchSize: 2, maxLatency: never }, next);
    const first = batcher.handle(predict(1, 2, 3));
    const second = batcher.handle(predict(4, 5));
    expect(next).toHaveBeenCalledTimes(1);
    release[0]();
    expect(read(await first).predictions).toEqual([2, 4, 6]);
    expect(next).toHaveBeenCalledTimes(2);
    release[1]();
    expect(read(await second).predictions).toEqual([8, 10]);
  });

  it.each([
    [
      json(500, { error: 'ValueError : boom' }),
      '{"error":"ValueError : boom"}',
    ],
    [
      json(200, { predictions: [1] }),
      'size of prediction is not equal to the size of instances',
    ],
  ])(
    'answers a failed batch with 200 and no predictions, for every request in it (%#)',
    async (failure, message) => {
      const batcher = new Batcher(
        { maxBatchSize: 2, maxLatency: never },
        async () => failure,
      );
      const answers = await Promise.all([
        batcher.handle(predict('bad')),
        batcher.handle(predict(1)),
      ]);
      for (const answer of answers) {
        expect(answer.status).toBe(200);
        expect(read(answer)).toMatchObject({ message, predictions: null });
      }
    },
  );

  it.each([
    ['{', "can't Unmarshal body\n"],
    ['[1]', "can't Unmarshal body\n"],
    ['7', "can't Unmarshal body\n"],
    ['{"instances": 7}', "can't Unmarshal body\n"],
    ['{}', 'no instances in the request\n'],
    ['null', 'no instances in the request\n'],
    ['{"instances": []}', 'no instances in the request\n'],
  ])('refuses the body %s as the agent does', async (body, message) => {
    const batcher = new Batcher({ maxBatchSize: 1, maxLatency: 1 }, double);
    expect(await batcher.handle({ method: 'POST', path, body })).toEqual({
      status: 400,
      contentType: 'text/plain; charset=utf-8',
      body: message,
    });
  });

  it('lets every other path go past it', async () => {
    const next = jest.fn(async () => json(200, {}));
    const batcher = new Batcher({ maxBatchSize: 9, maxLatency: never }, next);
    const request = {
      method: 'POST',
      path: '/v2/models/iris/infer',
      body: '{',
    };
    expect(await batcher.handle(request)).toEqual(json(200, {}));
    expect(next).toHaveBeenCalledWith(request);
  });

  it('answers what it has collected when it is flushed', async () => {
    const batcher = new Batcher({ maxBatchSize: 9, maxLatency: never }, double);
    batcher.flush();
    const answer = batcher.handle(predict(1));
    batcher.flush();
    expect(read(await answer).predictions).toEqual([2]);
  });
});
