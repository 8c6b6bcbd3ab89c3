/**
 * The units that a metric may have; `1` is a plain number. `MB/s` is 10⁶ bytes a second.
 *
 * @public
 */
export const units = [
  'ms',
  's',
  '1/s',
  '%',
  'MB/s',
  'bytes',
  'bytes/h',
  '1',
  'tokens/s',
  'samples/s',
] as const;

/**
 * One of {@link units}.
 *
 * @public
 */
export type Unit = (typeof units)[number];

const milliseconds: Partial<Record<Unit, number>> = { ms: 1, s: 1_000 };

/**
 * The value in another unit, `undefined` where the two do not measure the same. Seconds and milliseconds do.
 *
 * @public
 */
export function convertUnit(
  value: number,
  from: Unit,
  to: Unit,
): number | undefined {
  if (from === to) return value;
  const [fromSize, toSize] = [milliseconds[from], milliseconds[to]];
  return fromSize && toSize ? (value * fromSize) / toSize : undefined;
}
