import { UsageError } from '../UsageError';

const seconds = { ms: 0.001, s: 1, m: 60, h: 3600 };

/**
 * Seconds of a duration as Go writes it: `500ms`, `60s`, `1m30s`.
 *
 * @throws UsageError that names the flag and shows what is allowed.
 */
export function readDuration(flag: string, text: string): number {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) {
    throw new UsageError(
      `${flag}: "${text}" is not a duration; write 500ms, 60s or 1m30s.`,
    );
  }
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)(ms|s|m|h)/g)) {
    sum += Number(number) * seconds[unit as keyof typeof seconds];
  }
  return sum;
}
