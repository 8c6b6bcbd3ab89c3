import type { Check, Judgement, SourcedTarget } from '../check';
import { formatNumber, formatValue } from '../format';
import { formatTarget } from '../formatTarget';
import type { Guide, LatencyClass } from '../guide';
import { message } from '../message';
import { describe, judge } from '../outcome';
import type { Measurement, Message } from '../schema';
import { boundsOf, meets } from '../target';
import { docOf } from './docOf';
import { latencyTarget, notForLanguageModels, requests } from './endpoint';
import { fromGuide } from './fromGuide';
import { find, noValue } from './quantityCheck';

const capacity = { metric: 'inference.capacity', statistic: 'max' } as const;

type Doubt = { reason: Message; needs: Message };

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}

/** A rate counts as capacity only if the latency targets hold at it. */
function latencyDoubt(
  guide: Guide,
  measurements: readonly Measurement[],
  latencyClass: LatencyClass | undefined,
): Doubt | undefined {
  for (const statistic of ['p50', 'p99'] as const) {
    const goal = latencyTarget(guide, latencyClass, statistic);
    const measurement = find(measurements, {
      metric: 'inference.latency',
      statistic,
    });
    if (!goal || !measurement) continue;
    const target = fromGuide(goal);
    const { status } = judge({ measurement, target, samples: requests });
    if (status === 'pass' || status === 'warn') continue;
    return {
      reason: message(
        'outcome.latency-not-held',
        'At this rate {statistic} was {value}, which does not prove that its target {target} holds; only a rate at which it does counts.',
        {
          statistic: statistic.toUpperCase(),
          value: formatValue(measurement.value, measurement.unit),
          target: formatTarget(goal.target, measurement.unit),
        },
      ),
      needs: message(
        'outcome.needs-rate-search',
        'a run that finds the highest rate at which the latency targets hold',
      ),
    };
  }
  return undefined;
}

/** A rate below the target says nothing about the service when the client could not have reached the target. */
function clientDoubt(
  { facts = {} }: Measurement,
  target: SourcedTarget,
): Doubt | undefined {
  const wanted = boundsOf(target.target);
  const users = numberOf(facts.users);
  const wait = numberOf(facts.p50Ms);
  const ceiling = numberOf(facts.rateCeiling);
  if (facts.arrival === 'closed' && users && wait) {
    const reachable = (1_000 * users) / wait;
    if (!meets(reachable, wanted)) {
      const enough = (wanted.low * wait) / 1_000;
      const needed = wanted.closed ? Math.ceil(enough) : Math.floor(enough) + 1;
      return {
        reason: message(
          'outcome.users-too-few',
          '{users} users who wait {wait} for each answer send {reachable} at most.',
          {
            users,
            wait: formatValue(wait, 'ms'),
            reachable: formatValue(reachable, '1/s'),
          },
        ),
        needs: message('outcome.needs-users', '{users} users or more', {
          users: formatNumber(needed),
        }),
      };
    }
  }
  if (facts.clientLimited === true) {
    return {
      reason: message(
        'outcome.client-limited',
        'The client was not quick enough to tell what the service can do.',
      ),
      needs: message('outcome.needs-client', 'a run from a less busy machine'),
    };
  }
  if (ceiling && facts.ceilingReached === true) {
    return {
      reason: message(
        'outcome.ceiling-too-low',
        'The run was held at {ceiling}, the ceiling of its plan.',
        { ceiling: formatValue(ceiling, '1/s') },
      ),
      needs: message(
        'outcome.needs-ceiling',
        'a ceiling of requests a second clearly above the target {target}',
        { target: formatTarget(target.target, '1/s') },
      ),
    };
  }
  return undefined;
}

/** Judged by the rate of succeeded requests, which is a lower bound of what the service can do. */
export function inferenceThroughput(guide: Guide): Check {
  return {
    id: 'inference-throughput',
    category: 'inference',
    title: 'Throughput',
    failureTitle: 'The service answers too few requests a second',
    description:
      'More requests than the service can answer wait in a queue, and everybody waits with them.',
    guide: guide.throughput.section,
    doc: docOf('inference-throughput'),
    subjectKinds: ['endpoint'],
    metrics: [capacity],
    target: () => fromGuide(guide.throughput),
    evaluate(input): Judgement {
      const { measurements, latencyClass } = input;
      const target = input.target ?? fromGuide(guide.throughput);
      const reason = notForLanguageModels(input);
      if (reason) return { status: 'not-applicable', reason };
      const measurement = find(measurements, capacity);
      if (!measurement) return noValue(capacity);
      const judgement = judge({ measurement, target, samples: requests });
      if (judgement.status === 'inconclusive') return judgement;
      const met = judgement.status !== 'fail';
      const doubt = met
        ? latencyDoubt(guide, measurements, latencyClass)
        : clientDoubt(measurement, target);
      if (doubt) {
        return {
          ...describe(measurement, target),
          ...doubt,
          status: 'inconclusive',
        };
      }
      const ceiling = numberOf(measurement.facts?.rateCeiling);
      if (!met || !ceiling || measurement.facts?.ceilingReached !== true) {
        return judgement;
      }
      return {
        ...judgement,
        reason: message(
          'outcome.capped',
          'The run was held at {ceiling}; the service may be able to do more.',
          { ceiling: formatValue(ceiling, '1/s') },
        ),
      };
    },
  };
}
