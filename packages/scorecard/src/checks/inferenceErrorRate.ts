import {
  clopperPearson,
  moreTrialsWithoutFailure,
} from '@dynoscope/statistics';
import type { Check, Judged, Judgement, SourcedTarget } from '../check';
import { formatNumber, formatValue } from '../format';
import { formatTarget } from '../formatTarget';
import type { Guide } from '../guide';
import { message } from '../message';
import { moreSamples } from '../needs';
import { describe, passOrWarn, unreliable } from '../outcome';
import type { Measurement } from '../schema';
import { boundsOf, meets } from '../target';
import { docOf } from './docOf';
import { requests } from './endpoint';
import { fromGuide } from './fromGuide';
import { find, noValue } from './quantityCheck';

const errorRate = {
  metric: 'inference.error_rate',
  statistic: 'upper95',
} as const;

/** Failed and all requests: from the facts of the measurement, else from its value and number of requests. */
function countsOf({ value, n, facts }: Measurement) {
  const trials = Number(facts?.attempts ?? n);
  const failures = Number(facts?.failed ?? Math.round((value / 100) * trials));
  const sound =
    Number.isSafeInteger(trials) &&
    Number.isSafeInteger(failures) &&
    failures >= 0 &&
    failures <= trials &&
    trials > 0;
  return sound ? { trials, failures } : undefined;
}

function crosses(options: {
  judged: Judged;
  failures: number;
  trials: number;
  upper: number;
  target: SourcedTarget;
}): Judgement {
  const { judged, failures, trials, upper, target } = options;
  const below = boundsOf(target.target).high / 100;
  const more =
    below > 0 && below < 1
      ? moreTrialsWithoutFailure({ failures, trials, below })
      : undefined;
  return {
    ...judged,
    status: 'inconclusive',
    reason: message(
      'outcome.error-bound',
      '{failures} of {trials} requests failed; the true rate lies below {upper} with 95 % confidence, the target is {target}.',
      {
        failures: formatNumber(failures),
        trials: formatNumber(trials),
        upper: formatValue(upper, '%'),
        target: formatTarget(target.target, '%'),
      },
    ),
    needs: more
      ? message('outcome.needs-without-error', '{count} without an error', {
          count: moreSamples(more, requests),
        })
      : message(
          'outcome.needs-other-target',
          'a target that requests can prove: no number of them shows that none will ever fail',
        ),
  };
}

function judgeCounts(options: {
  measurement: Measurement;
  target: SourcedTarget;
  failures: number;
  trials: number;
}): Judgement {
  const { measurement, target, failures, trials } = options;
  const counts = { count: failures, trials };
  const upper = 100 * clopperPearson({ ...counts, side: 'upper' }).upper;
  const lower = 100 * clopperPearson({ ...counts, side: 'lower' }).lower;
  const bounds = boundsOf(target.target);
  const judged = {
    ...describe({ ...measurement, n: trials }, target),
    interval: { lower: 0, upper, level: 0.95 },
  };
  if (meets(upper, bounds)) {
    return { ...judged, status: passOrWarn(judged.margin) };
  }
  if (!meets(lower, bounds)) {
    // Each bound leaves 5 % outside, both together 10 %.
    const interval = { lower, upper, level: 0.9 };
    return { ...judged, interval, status: 'fail' };
  }
  return crosses({ judged, failures, trials, upper, target });
}

/**
 * Judged by exact one-sided 95 % bounds of Clopper and Pearson: met when the upper one meets the target, missed when the
 * lower one misses it.
 */
export function inferenceErrorRate(guide: Guide): Check {
  return {
    id: 'inference-error-rate',
    category: 'inference',
    title: 'Error rate',
    failureTitle: 'Too many requests fail',
    description:
      'A request that fails is a prediction that somebody does not get. Answers that report an error with HTTP 200 count as failed.',
    guide: guide.errorRate.section,
    doc: docOf('inference-error-rate'),
    subjectKinds: ['endpoint'],
    metrics: [errorRate],
    target: () => fromGuide(guide.errorRate),
    evaluate({ measurements, target = fromGuide(guide.errorRate) }) {
      const measurement = find(measurements, errorRate);
      const counts = measurement && countsOf(measurement);
      if (!counts) return noValue(errorRate);
      return (
        unreliable(measurement, target) ??
        judgeCounts({ measurement, target, ...counts })
      );
    },
  };
}
