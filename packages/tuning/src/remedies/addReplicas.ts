import type { Change, Remedy } from '@dynoscope/scorecard';
import { spare } from '../advisor/adviseBatching';
import { adviseReplicas, busyAtMost } from '../advisor/adviseReplicas';
import { predictReplicas } from '../prediction/predictReplicas';
import { missingFacts } from './missingFacts';
import type { Proposal, Sought } from './Proposal';
import { isQueueing, queueOf, type Queue } from './queueing';
import { readOption } from './readOption';
import { replicaInputs } from './replicaInputs';
import { splitExpected } from './splitExpected';
import { count, ms, number, rate } from './words';

const id = 'add-replicas';
const least = { name: 'minReplicas', path: '/spec/predictor/minReplicas' };
const most = { name: 'maxReplicas', path: '/spec/predictor/maxReplicas' };
const mostPods = 1_000;

/** The rate that must be carried: the target itself, or that of users who are answered in time. */
function rateFor(sought: Sought, queue: Queue): { rate: number; how: string } {
  const target = sought.target!;
  if (sought.judges.metric === 'inference.capacity') {
    return { rate: target, how: `target ${rate(target)}` };
  }
  return {
    rate: (1_000 * queue.users) / (spare * target),
    how: `${count(queue.users, 'user')} ÷ ( 0.9 × ${ms(target)} )`,
  };
}

function arithmeticOf(options: {
  queue: Queue;
  wanted: { rate: number; how: string };
  pods: number;
  now: number;
}): string[] {
  const { queue, wanted, pods, now } = options;
  const { serviceMs, slots } = queue;
  const atWork = (wanted.rate * serviceMs) / 1_000 / (slots * busyAtMost);
  return [
    'replicas = ⌈ rate × service time ÷ ( slots × busy at most ) ⌉',
    `= ⌈ ${number(wanted.rate)}/s × ${number(serviceMs / 1_000)} s ÷ ( ${number(
      slots,
    )} × ${busyAtMost} ) ⌉ = ⌈ ${number(atWork)} ⌉, rate = ${wanted.how}`,
    `= ${pods}, now ${now}`,
  ];
}

/** Spreads the users over more pods. */
export const addReplicas: Proposal = {
  id,
  options: [least, most],
  propose(facts, sought, options): Remedy | undefined {
    if (isQueueing(facts) === false) return undefined;
    const base = { id, checkId: sought.checkId, subject: facts.subject };
    const cannot = missingFacts(facts, [
      'deployment',
      'users',
      'p50',
      'p99',
      'throughput',
      'unloaded',
    ]);
    const queue = queueOf(facts);
    if (cannot || !queue || sought.target === undefined) {
      return {
        ...base,
        title: 'Add replicas',
        arithmetic: [],
        inputs: replicaInputs(facts),
        changes: [],
        cannot:
          cannot ?? 'No target is known that replicas could be computed for.',
      };
    }
    const now = facts.pods;
    const wanted = rateFor(sought, queue);
    const { serviceMs, slots } = queue;
    const advised = Math.min(
      mostPods,
      Math.max(
        now + 1,
        adviseReplicas({ rate: wanted.rate, serviceMs, slots }),
      ),
    );
    const chosen = readOption(options, least.name, advised, {
      least: 1,
      most: mostPods,
    });
    const pods = chosen.value;
    const mostNow = facts.deployment!.maxReplicas;
    const limit = readOption(
      options,
      most.name,
      Math.max(pods, mostNow ?? pods),
      {
        least: pods,
        most: mostPods,
      },
    );
    const arithmetic = arithmeticOf({ queue, wanted, pods: advised, now });
    const changes: Change[] = [
      {
        path: least.path,
        label: 'Pods at least',
        was: now,
        value: pods,
        arithmetic:
          chosen.source === 'yours'
            ? `yours; computed: ${advised}`
            : arithmetic[1].replace(/^= /, ''),
        consequence: `Each pod serves about ${number(
          queue.users / pods,
        )} of ${count(queue.users, 'user')}.`,
        source: chosen.source,
      },
    ];
    if (limit.value !== mostNow) {
      changes.push({
        path: most.path,
        label: 'Pods at most',
        ...(mostNow !== undefined && { was: mostNow }),
        value: limit.value,
        consequence: 'Autoscaling may not end below what is needed at least.',
        source: limit.source,
      });
    }
    if (facts.deployment!.autoscalerClass === 'external') {
      return {
        ...base,
        title: `Run ${count(pods, 'replica')}`,
        arithmetic,
        inputs: replicaInputs(facts, queue),
        changes: [],
        cannot: `KServe leaves the replicas to an autoscaler of your own (autoscalerClass external): set minReplicas to ${pods} in its HorizontalPodAutoscaler, which this manifest does not hold.`,
      };
    }
    const waiting = Math.round(100 * (1 - serviceMs / queue.p50.value));
    const prediction = predictReplicas({ ...queue, podsNow: now, pods });
    return {
      ...base,
      title: `Run ${count(pods, 'replica')}`,
      text: `${waiting} % of P50 is waiting, not work: a request alone takes ${ms(
        serviceMs,
      )}, one of ${queue.users} takes ${ms(queue.p50.value)}.`,
      arithmetic,
      inputs: replicaInputs(facts, queue),
      changes,
      ...splitExpected(facts, sought, prediction),
      cost: `${pods - now >= 0 ? '+' : ''}${count(pods - now, 'pod')}.`,
      action: { kind: 'template', template: 'inference-service' },
    };
  },
};
