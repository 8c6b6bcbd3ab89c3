import { moreSamplesToDecide } from '@dynoscope/statistics';
import { formatNumber, formatValue } from './format';
import { formatTarget } from './formatTarget';
import { message } from './message';
import type { Interval, Measurement, Message, Target } from './schema';
import { boundsOf } from './target';

/** What is counted, for words such as "294 more requests". */
export interface SampleWords {
  one: string;
  other: string;
}

/** "1 more request" or "294 more requests". */
export function moreSamples(count: number, samples: SampleWords): string {
  const word = count === 1 ? samples.one : samples.other;
  return `${formatNumber(count)} more ${word}`;
}

/** How many more samples would take an interval off its target, in words. */
export function needsToDecide(
  measurement: Measurement,
  interval: Interval,
  target: Target,
  samples: SampleWords,
): Message {
  const { n, value, unit } = measurement;
  const { low, high } = boundsOf(target);
  const counts = [low, high]
    .filter(end => end >= interval.lower && end <= interval.upper)
    .map(end => {
      const bound = value < end ? interval.upper : interval.lower;
      return moreSamplesToDecide({ n, value, target: end, bound });
    })
    .map(count => count ?? Infinity);
  const most = Math.max(...counts);
  if (!Number.isFinite(most)) {
    return message(
      'outcome.needs-difference',
      'a clearer difference: {value} is too close to {target} to be told apart',
      {
        value: formatValue(value, unit),
        target: formatTarget(target, unit),
      },
    );
  }
  const count = moreSamples(most, samples);
  return message('outcome.needs-about-samples', 'about {count}', { count });
}
