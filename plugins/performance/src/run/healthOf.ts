import type { LiveSample } from './liveSamples';

/** Whether the client of a load probe keeps up; unknown where the probe does not say its limits. */
export type Health = 'healthy' | 'limited' | 'unknown';

export function healthOf(sample: LiveSample): Health {
  const { limits, clientBusy, latenessP99 = 0, unsent = 0 } = sample;
  if (!limits) return 'unknown';
  const isLate =
    limits.latenessP99 !== undefined && latenessP99 > limits.latenessP99;
  return isLate || clientBusy > limits.clientBusy || unsent > 0
    ? 'limited'
    : 'healthy';
}
