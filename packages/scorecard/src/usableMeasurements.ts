import type { EvaluateChecksOptions } from './evaluateChecks';
import { metrics as builtInMetrics } from './metrics';
import type { Measurement } from './schema';
import { convertUnit } from './units';

function scale(measurement: Measurement, factor: number): Measurement {
  const { value, interval } = measurement;
  return {
    ...measurement,
    value: value * factor,
    ...(interval && {
      interval: {
        ...interval,
        lower: interval.lower * factor,
        upper: interval.upper * factor,
      },
    }),
  };
}

/** The measurements in the units of their metrics, without those that no check can judge. */
export function usableMeasurements(
  options: Pick<EvaluateChecksOptions, 'measurements' | 'subjects' | 'metrics'>,
  problem: (text: string) => void,
): Measurement[] {
  const { measurements, subjects, metrics = [] } = options;
  const known = [...builtInMetrics, ...metrics];
  return measurements.flatMap(measurement => {
    const { metric, statistic, subject, value, unit } = measurement;
    const name = `${metric} (${statistic}) of ${subject}`;
    if (!subjects.some(({ id }) => id === subject)) {
      problem(`${name} was measured, but the entity has no such subject`);
      return [];
    }
    const { interval } = measurement;
    const numbers = [
      value,
      ...(interval ? [interval.lower, interval.upper] : []),
    ];
    if (!numbers.every(Number.isFinite)) {
      problem(`${name} is not a number and is left out`);
      return [];
    }
    const wanted = known.find(({ id }) => id === metric)?.unit ?? unit;
    const factor = convertUnit(1, unit, wanted);
    if (factor === undefined) {
      problem(`${name} is in ${unit}, which cannot be compared with ${wanted}`);
      return [];
    }
    return [
      factor === 1
        ? measurement
        : { ...scale(measurement, factor), unit: wanted },
    ];
  });
}
