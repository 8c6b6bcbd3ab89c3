import { randomUUID } from 'node:crypto';
import { json, text } from './answer';
import type { Answer } from './answer';
import type { Handler, RouteRequest } from './createRoutes';
import type { BatcherOptions } from './Manifest';

interface Waiting {
  path: string;
  instances: unknown[];
  resolve(answer: Answer): void;
}

/**
 * KServe's batching agent (`pkg/batcher/handler.go` of KServe 0.20), in front of a server's own routes.
 *
 * It looks at paths that end in `:predict` only, predicts one batch at a time, and closes a batch when it holds
 * `maxBatchSize` instances or `maxLatency` ms after its first request was picked up. A batch that fails is answered
 * with HTTP 200, `predictions: null` and the server's body as `message`, for every request in it.
 */
export class Batcher {
  private queue: Waiting[] = [];
  private batch: Waiting[] = [];
  private startedAt = 0;
  private timer?: NodeJS.Timeout;
  private predicting = false;

  constructor(
    private readonly options: BatcherOptions,
    private readonly next: Handler,
  ) {}

  async handle(request: RouteRequest): Promise<Answer> {
    if (!request.path.endsWith(':predict')) {
      return this.next(request);
    }
    const instances = readInstances(request.body);
    if (!instances) {
      return text(400, "can't Unmarshal body");
    }
    if (instances.length === 0) {
      return text(400, 'no instances in the request');
    }
    return new Promise(resolve => {
      this.queue.push({ path: request.path, instances, resolve });
      this.collect();
    });
  }

  /** Predicts what has been collected, without waiting for more. */
  flush(): void {
    if (!this.predicting && this.batch.length > 0) {
      void this.predict();
    }
  }

  private collect(): void {
    while (!this.predicting && this.queue.length > 0) {
      if (this.batch.length === 0) {
        this.startedAt = performance.now();
        this.wait(this.options.maxLatency);
      }
      this.batch.push(this.queue.shift()!);
      const size = this.batch.reduce(
        (sum, { instances }) => sum + instances.length,
        0,
      );
      if (size >= this.options.maxBatchSize) {
        void this.predict();
      }
    }
  }

  private wait(milliseconds: number): void {
    this.timer = setTimeout(() => {
      // Node's timers may fire a fraction of a millisecond early.
      const left = this.startedAt + this.options.maxLatency - performance.now();
      if (left > 0) {
        this.wait(left);
      } else {
        void this.predict();
      }
    }, milliseconds);
  }

  private async predict(): Promise<void> {
    clearTimeout(this.timer);
    const batch = this.batch;
    this.batch = [];
    this.predicting = true;
    const answers = await this.answers(batch);
    batch.forEach(({ resolve }, index) => resolve(answers[index]));
    this.predicting = false;
    this.collect();
  }

  private async answers(batch: Waiting[]): Promise<Answer[]> {
    const instances = batch.flatMap(waiting => waiting.instances);
    const { status, body } = await this.next({
      method: 'POST',
      path: batch[batch.length - 1].path,
      body: JSON.stringify({ instances }),
    });
    if (status !== 200) {
      return batch.map(() => batchAnswer(body, '', null));
    }
    const batchId = randomUUID();
    const { predictions } = JSON.parse(body) as { predictions: unknown[] };
    if (predictions.length !== instances.length) {
      const message =
        'size of prediction is not equal to the size of instances';
      return batch.map(() => batchAnswer(message, batchId, null));
    }
    let from = 0;
    return batch.map(waiting => {
      const to = from + waiting.instances.length;
      const answer = batchAnswer('', batchId, predictions.slice(from, to));
      from = to;
      return answer;
    });
  }
}

/** `undefined` where Go could not unmarshal the body into a list of instances. */
function readInstances(body: string): unknown[] | undefined {
  let request: { instances?: unknown } | null;
  try {
    request = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof request !== 'object' || Array.isArray(request)) {
    return undefined;
  }
  const instances = request?.instances ?? [];
  return Array.isArray(instances) ? instances : undefined;
}

/** The agent sets no content type, and Go then calls JSON plain text. */
function batchAnswer(
  message: string,
  batchId: string,
  predictions: unknown[] | null,
): Answer {
  return {
    ...json(200, { message, batchId, predictions }),
    contentType: 'text/plain; charset=utf-8',
  };
}
