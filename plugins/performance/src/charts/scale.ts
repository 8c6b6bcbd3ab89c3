/** Maps a value of the data to a place on the drawing. */
export type Scale = (value: number) => number;

/** Even steps; a domain of one value lands in the middle of the range. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  const span = high - low;
  return value =>
    span === 0
      ? (start + end) / 2
      : start + ((value - low) / span) * (end - start);
}

/** Even ratios; both ends of the domain and every value must be above zero. */
export function logScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const scale = linearScale([Math.log(domain[0]), Math.log(domain[1])], range);
  return value => scale(Math.log(value));
}

const steps = [1, 2, 5];

/** Ticks at 1, 2 and 5 times the powers of ten, from the one at or below `low` to the one at or above `high`. */
export function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  for (let exponent = first; exponent <= last; exponent += 1) {
    ticks.push(...steps.map(step => Number(`${step}e${exponent}`)));
  }
  const from = ticks.filter(tick => tick <= low).length - 1;
  const to = ticks.findIndex(tick => tick >= high);
  return ticks.slice(Math.max(0, from), to + 1);
}

/** Round ticks from zero to at or above `high`, about `count` of them. */
export function linearTicks(high: number, count = 5): number[] {
  if (!(high > 0)) {
    return [0, 1];
  }
  const rough = high / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find(one => one * power >= rough) ?? 10);
  const ticks = [0];
  while (ticks[ticks.length - 1] < high) {
    ticks.push(Number((ticks.length * step).toPrecision(12)));
  }
  return ticks;
}

/** Place of a percentile (0 to below 100) on the axis that gives each further nine the same room: −log10(1 − p). */
export function percentilePosition(percentile: number): number {
  return Math.log10(1 / (1 - percentile / 100));
}
