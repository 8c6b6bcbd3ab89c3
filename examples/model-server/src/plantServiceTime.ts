import type { Handler } from './createRoutes';

/** How long each prediction is made to take, in ms. */
export interface ServiceTime {
  fixed: number;
  perRow: number;
}

/** Reads `8` or `8+0.5`: so many ms a prediction, and so many more for each of its rows. */
export function parseServiceTime(text: string): ServiceTime {
  const [, fixed, perRow = '0'] =
    /^(\d+(?:\.\d+)?)(?:\+(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  const time = { fixed: Number(fixed), perRow: Number(perRow) };
  if (fixed === undefined || time.fixed > 10_000 || time.perRow > 1_000) {
    throw new Error(
      `expected FIXED or FIXED+PER_ROW in ms, at most 10000 and 1000, got ${text}`,
    );
  }
  return time;
}

/**
 * Makes predictions take a known time, one after another as on a model of one thread: an aid of the benches, which need to
 * know the truth that they compare with. What the model itself takes comes on top.
 */
export function plantServiceTime(time: ServiceTime, next: Handler): Handler {
  let last: Promise<unknown> = Promise.resolve();
  return request => {
    if (!/:predict$|\/infer$/.test(request.path)) return next(request);
    const turn = last.then(async () => {
      const end =
        performance.now() + time.fixed + time.perRow * rowsOf(request.body);
      const answer = await next(request);
      // Node's timers are late by up to a millisecond, so the last one is not left to them.
      for (let left = end - performance.now(); left > 0; ) {
        const wait = Math.max(0, Math.floor(left - 1));
        await new Promise<void>(resolve =>
          wait > 0 ? setTimeout(resolve, wait) : setImmediate(resolve),
        );
        left = end - performance.now();
      }
      return answer;
    });
    last = turn.catch(() => {});
    return turn;
  };
}

function rowsOf(body: string): number {
  try {
    const { instances, inputs } = JSON.parse(body);
    return instances?.length ?? inputs?.[0]?.shape?.[0] ?? 1;
  } catch {
    return 1;
  }
}
