import type { ConfidenceInterval } from '@dynoscope/statistics';
import type { Measurement } from './schema';
import { convertUnit, type Unit } from './units';

/** A measurement in which less confidence is placed decides nothing. */
const leastConfidence = 0.5;
/** Counts from which a normal interval of a rate holds well enough. */
const leastEvents = 30;
/** Two-sided 95 %. */
const normal95 = 1.96;

/** What a measurement says about the true value, for a comparison. */
export interface MeasuredEstimate {
  value: number;
  n: number;
  /** Absent where nobody knows it. */
  interval?: ConfidenceInterval;
  /** The true value may lie anywhere above: the client, not the service, was at its end. */
  atLeast: boolean;
  /** Why it decides nothing. */
  doubt?: string;
}

/** Reads a measurement in a unit; `undefined` when it cannot be said in that unit. */
export function estimateOf(
  measurement: Measurement,
  unit: Unit = measurement.unit,
): MeasuredEstimate | undefined {
  const factor = convertUnit(1, measurement.unit, unit);
  if (factor === undefined) return undefined;
  const { n, confidence, facts = {} } = measurement;
  const interval = measurement.interval ?? rateInterval(measurement);
  const doubt = doubtOf(confidence, interval !== undefined);
  return {
    value: measurement.value * factor,
    n,
    ...(interval && {
      interval: {
        lower: interval.lower * factor,
        upper: interval.upper * factor,
        level: interval.level,
      },
    }),
    atLeast: facts.ceilingReached === true || facts.clientLimited === true,
    ...(doubt && { doubt }),
  };
}

function doubtOf(
  { value, reasons }: Measurement['confidence'],
  hasInterval: boolean,
): string | undefined {
  if (value < leastConfidence) {
    return `it cannot be relied on: ${
      reasons.join('; ') || 'its source says so'
    }`;
  }
  return hasInterval ? undefined : 'it has no confidence interval';
}

/**
 * A rate of `n` events that do not depend on each other scatters by its √n-th part (Poisson); those of a closed loop, which
 * wait for each other, scatter less.
 */
function rateInterval({
  value,
  unit,
  n,
}: Measurement): ConfidenceInterval | undefined {
  if (unit !== '1/s' || n < leastEvents) return undefined;
  const reach = (normal95 * value) / Math.sqrt(n);
  return { lower: value - reach, upper: value + reach, level: 0.95 };
}
