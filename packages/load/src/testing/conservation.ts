import type { LoadResult } from '../LoadResult';

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** The equations that hold for each run, whatever its target does. */
export function expectConservation(result: LoadResult): void {
  const { requests, warmup, latency, series } = result;
  const { sent, unsent, succeeded, failed, inFlight, errors } = requests;
  expect(requests).toMatchObject({
    planned: sent + unsent,
    sent: succeeded + failed + inFlight,
    failed: sum(Object.values(errors)),
    succeeded: latency.n,
  });
  expect(warmup.sent).toBe(warmup.succeeded + warmup.failed + warmup.inFlight);
  expect(sum(series.map(point => point.succeeded))).toBe(succeeded);
  expect(Math.min(unsent, inFlight, succeeded, failed)).toBeGreaterThanOrEqual(
    0,
  );
}
