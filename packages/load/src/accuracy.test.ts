import { quantile } from '@dynoscope/statistics';
import { runLoad } from './engine';
import { calmly } from './testing/calmly';
import { planFor } from './testing/plan';
import { startTarget } from './testing/startTarget';

jest.setTimeout(60_000);

/** By how much the reported P50 is off from what a target says it took, in ms, and the band that is allowed. */
async function measure(delayMs: number) {
  const target = await startTarget({ delayMs });
  const { latency } = await runLoad(
    planFor(target.url, { requests: 120, warmupSeconds: 0.2 }),
  );
  const held = (await target.log())
    .slice(-120)
    .map(({ heldMs }) => heldMs!)
    .sort((a, b) => a - b);
  await target.close();
  const truth = quantile(held, 0.5)!;
  const error = latency.p50! - truth;
  return {
    truth,
    p50: latency.p50!,
    right: Math.abs(error) <= 1 + 0.02 * truth,
  };
}

describe('the measured latency', () => {
  it.each([15, 60])(
    'of a target that takes %i ms is right within 1 ms and 2 %% at P50',
    async delayMs => {
      const measured = await calmly(
        () => measure(delayMs),
        ({ right }) => right,
      );
      expect(measured).toMatchObject({ right: true });
    },
  );

  it('holds the truth of the target between its bounds', async () => {
    const target = await startTarget({ delayMs: 20 });
    const { latency, serviceTime } = await runLoad(
      planFor(target.url, { requests: 60 }),
    );
    // No answer can be seen before it was sent.
    expect(latency.p50).toBeGreaterThanOrEqual(20 - 1);
    expect(serviceTime.p50).toBeLessThanOrEqual(latency.p50!);
    expect(latency.max).toBeGreaterThanOrEqual(latency.p99!);
    await target.close();
  });
});
