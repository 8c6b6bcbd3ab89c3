import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** One request as the target saw it; `at` in ms since the epoch. */
export interface SeenRequest {
  at: number;
  /** From the whole head to the answer; missing while it is still held. */
  heldMs?: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** A model server of known behaviour, in a thread of its own, with a log of what it really got. */
export async function startTarget(
  options: {
    delayMs?: number;
    status?: number;
    body?: string;
    /** Every so many requests are answered with 503. */
    failEvery?: number;
  } = {},
) {
  const worker = new Worker(require.resolve('./target.cjs'), {
    workerData: {
      delayMs: 0,
      status: 200,
      body: '{"predictions":[1]}',
      failEvery: 0,
      ...options,
    },
  });
  const [{ port }] = await once(worker, 'message');

  async function ask(): Promise<{
    log: SeenRequest[];
    connections: number;
    open: number;
  }> {
    worker.postMessage('log');
    const [answer] = await once(worker, 'message');
    return answer;
  }

  return {
    url: `http://127.0.0.1:${port}/v1/models/m:predict`,
    log: async () => (await ask()).log,
    connections: async () => (await ask()).connections,
    /** Resolves when no connection is open any more. */
    quiet: async () => {
      while ((await ask()).open > 0);
    },
    close: () => worker.terminate(),
  };
}
