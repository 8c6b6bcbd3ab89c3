import { guide } from '@dynoscope/scorecard';
import { OptionsError } from '../optionsError';
import type { WorkedValue } from '../workedValue';
import { roundUp, shown } from './arithmetic';
import type { Load } from './load';
import type { InferenceServiceOptions } from './options';
import type { Replicas } from './service';

const mostReplicas = 1_000;

/** Little's law: the mean number of requests in the works is their rate times the time that each takes. */
function replicasFor(
  load: Load,
  rate: 'usualRate' | 'peakRate',
): { needed?: number; arithmetic: string } {
  const { serviceMs, slots, busy } = load;
  const perSecond = load[rate];
  const share = shown(busy / 100);
  if (perSecond === undefined || serviceMs === undefined) {
    const missing = [
      perSecond === undefined && rate,
      serviceMs === undefined && 'serviceMs',
    ].filter(Boolean);
    const shownRate = perSecond === undefined ? '?' : `${shown(perSecond)}/s`;
    const shownService =
      serviceMs === undefined ? '?' : `${shown(serviceMs / 1000)} s`;
    return {
      arithmetic: `not computed: ceil(${shownRate} × ${shownService} ÷ (${slots} × ${share})) needs ${missing.join(
        ' and ',
      )}`,
    };
  }
  const exact = (perSecond * serviceMs) / (slots * busy * 10);
  const needed = roundUp(exact);
  if (needed > mostReplicas) {
    throw new OptionsError([
      {
        field: rate,
        message: `needs ${needed} replicas at this service time; at most ${mostReplicas} are allowed`,
      },
    ]);
  }
  return {
    needed,
    arithmetic: `ceil(${shown(perSecond)}/s × ${shown(
      serviceMs / 1000,
    )} s ÷ (${slots} × ${share})) = ceil(${shown(exact, roundUp)}) = ${needed}`,
  };
}

/** How many replicas there are at least and at most, and how that was found. */
export function settleReplicas(
  options: InferenceServiceOptions,
  load: Load,
): Replicas {
  const { form, minReplicas, maxReplicas } = options.autoscaling ?? {};
  const rate =
    form === 'none' && load.peakRate !== undefined ? 'peakRate' : 'usualRate';
  const least = settle({
    label: 'Replicas, at least',
    yours: minReplicas,
    guided: guide.autoscaling.minReplicas,
    atLeast: guide.autoscaling.minReplicas,
    atMost: maxReplicas,
    ...replicasFor(load, rate),
  });
  const most = settle({
    label: 'Replicas, at most',
    yours: maxReplicas,
    guided: guide.autoscaling.maxReplicas,
    atLeast: least.value,
    ...replicasFor(load, 'peakRate'),
  });
  return { minReplicas: least, maxReplicas: most };
}

function settle(options: {
  label: string;
  yours?: number;
  guided: number;
  atLeast: number;
  atMost?: number;
  needed?: number;
  arithmetic: string;
}): WorkedValue {
  const { label, yours, guided, atLeast, atMost = Infinity, needed } = options;
  const wanted = needed ?? guided;
  const value = yours ?? Math.min(Math.max(wanted, atLeast), atMost);
  const base = { label, value, ...(value !== guided && { was: guided }) };
  const tooFew = needed !== undefined && needed > value;
  if (yours !== undefined) {
    return {
      ...base,
      source: 'yours',
      ...(needed !== undefined && { arithmetic: options.arithmetic }),
      ...(tooFew && { consequence: shortage(needed, value) }),
    };
  }
  const bound =
    (value > wanted && `, at least ${atLeast}`) ||
    (value < wanted && `, at most ${atMost}`) ||
    '';
  return {
    ...base,
    source: needed === undefined ? 'guide' : 'yours',
    arithmetic: `${options.arithmetic}${bound}`,
    ...(needed === undefined && {
      consequence:
        value === guided
          ? `The guide's ${guided} is written.`
          : `The guide's ${guided} does not fit, so ${value} is written.`,
    }),
    ...(tooFew && { consequence: shortage(needed, value) }),
  };
}

function shortage(needed: number, value: number): string {
  return `The load needs ${needed}, and only ${value} are written.`;
}
