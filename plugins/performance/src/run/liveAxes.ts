import type { Axis, Frame } from '../charts/Plot';
import { linearScale, linearTicks, logScale, logTicks } from '../charts/scale';
import { formatClock, formatNumber } from '@dynoscope/scorecard/format';
import type { LiveSample } from './liveSamples';

/** Seconds between two marks of the time axis, the first that leaves room. */
const timeSteps = [5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];

/** Pixels that two marks of the time axis keep apart. */
const pixelsBetween = 70;

/** What a line keeps from the ends of its axis, so that its name is not cut. */
const room = 1.2;

/** Seconds from the start of the load, to its planned end or to where it is. */
export function timeAxis(seconds: number, frame: Frame): Axis {
  const end = Math.max(seconds, 1);
  const mostTicks = (frame.width - frame.left - frame.right) / pixelsBetween;
  const step =
    timeSteps.find(one => end / one <= mostTicks) ??
    timeSteps[timeSteps.length - 1];
  const ticks = Array.from(
    { length: Math.floor(end / step) + 1 },
    (_, index) => index * step,
  );
  return {
    title: '',
    scale: linearScale([0, end], [frame.left, frame.width - frame.right]),
    ticks: ticks.map(at => ({ at, text: formatClock(at) })),
  };
}

/** Milliseconds on a log scale; undefined until there is an answer. */
export function latencyAxis(
  samples: readonly LiveSample[],
  frame: Frame,
  title: string,
): Axis | undefined {
  const values = samples
    .flatMap(({ p50, p99 }) => [p50, p99])
    .filter((value): value is number => value !== undefined && value > 0);
  if (values.length === 0) return undefined;
  const ticks = logTicks(
    Math.min(...values) / room,
    Math.max(...values) * room,
  );
  return {
    title,
    scale: logScale(
      [ticks[0], ticks[ticks.length - 1]],
      [frame.height - frame.bottom, frame.top],
    ),
    ticks: ticks.map(at => ({ at, text: formatNumber(at) })),
  };
}

/** Requests a second from zero to the planned rate or above. */
export function rateAxis(highest: number, frame: Frame, title: string): Axis {
  const ticks = linearTicks(highest, 2);
  return {
    title,
    scale: linearScale(
      [0, ticks[ticks.length - 1]],
      [frame.height - frame.bottom, frame.top],
    ),
    ticks: ticks.map(at => ({ at, text: formatNumber(at) })),
  };
}
