/** Six digits, or as many as it takes to round to the same whole number. */
export function shown(
  value: number,
  rounded: (value: number) => number = () => 0,
): string {
  let digits = 6;
  const at = () => Number(value.toPrecision(digits));
  while (digits < 15 && rounded(at()) !== rounded(value)) digits += 1;
  return String(at());
}

/** Rounded up, but for what floating point leaves behind a whole number. */
export function roundUp(value: number): number {
  return Math.ceil(Number(value.toPrecision(12)));
}

/** Rounded down, but for what floating point takes from a whole number. */
export function roundDown(value: number): number {
  return Math.floor(Number(value.toPrecision(12)));
}
