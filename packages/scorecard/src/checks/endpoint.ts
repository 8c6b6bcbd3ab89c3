import type { CheckInput } from '../check';
import type { Guide, GuideTarget, LatencyClass } from '../guide';
import { message } from '../message';
import type { Message } from '../schema';

/** How the samples of an endpoint are called. */
export const requests = { one: 'request', other: 'requests' };

/** Why a check of answers as a whole does not judge a language model. */
export function notForLanguageModels(input: CheckInput): Message | undefined {
  return input.latencyClass === 'llm'
    ? message(
        'outcome.language-model',
        'A language model is judged by its time to first token.',
      )
    : undefined;
}

/** The guide's latency target: that of the class, or the checklist's P99 where no class is known. */
export function latencyTarget(
  guide: Guide,
  latencyClass: LatencyClass | undefined,
  statistic: 'p50' | 'p99',
): GuideTarget | undefined {
  if (latencyClass) return guide.latencyClasses[latencyClass][statistic];
  return statistic === 'p99' ? guide.unclassifiedP99 : undefined;
}
