import type { Remedy } from '@dynoscope/scorecard';
import { adviseConcurrency } from '../advisor/adviseConcurrency';
import { fromReport, manifestDetail } from './inputs';
import type { Proposal } from './Proposal';
import { queueOf } from './queueing';
import { readOption } from './readOption';
import { splitExpected } from './splitExpected';
import { count, ms } from './words';

const id = 'raise-concurrency';
const option = {
  name: 'containerConcurrency',
  path: '/spec/predictor/containerConcurrency',
};

/** Deployments whose requests do not pass the proxy that keeps to `containerConcurrency`. */
const withoutProxy = ['Standard', 'RawDeployment'];
/** Little's law finds the limit itself at work when it lies as near to it as this. */
const near = 0.25;

/** Lets a pod of a serverless deployment take as many requests at a time as its users send. */
export const raiseConcurrency: Proposal = {
  id,
  options: [option],
  propose(facts, sought, options): Remedy | undefined {
    const limit = facts.deployment?.containerConcurrency;
    const queue = queueOf(facts);
    const mode = facts.deployment?.deploymentMode ?? '';
    if (!limit || !queue || withoutProxy.includes(mode)) return undefined;
    const { users, slots, p50, serviceMs, leastServiceMs } = queue;
    const { pods } = facts;
    const advised = adviseConcurrency({ users, pods });
    if (advised <= limit || Math.abs(slots - limit) > near * limit) {
      return undefined;
    }
    const chosen = readOption(options, option.name, advised, {
      least: 1,
      most: 10_000,
    });
    // Between a model that works on all of them at once and one that works on one after another anyway.
    const best = leastServiceMs * 0.9;
    const prediction = {
      p50: { lower: best, upper: p50.upper },
      throughput: {
        lower: queue.throughput * 0.9,
        upper: (1_000 * users) / Math.max(best, 0.1),
      },
    };
    const formula = `${count(users, 'user')} ÷ ${count(pods, 'pod')}`;
    return {
      id,
      checkId: sought.checkId,
      subject: facts.subject,
      title: `Let a pod take ${count(chosen.value, 'request')} at a time`,
      text: `${count(
        users,
        'user',
      )} send more requests than containerConcurrency, ${limit}, lets through: the others wait in front of the pod.`,
      arithmetic: [
        'containerConcurrency = ⌈ users ÷ pods ⌉',
        `= ⌈ ${formula} ⌉`,
        `= ${advised}, now ${limit}`,
      ],
      inputs: [
        fromReport({ name: 'users', label: 'Users', value: users }),
        fromReport({
          name: 'slots',
          label: 'Requests at work in a pod',
          value: slots,
        }),
        fromReport({
          name: 'service',
          label: 'Latency of one user alone',
          value: serviceMs,
          unit: 'ms',
        }),
        {
          name: 'concurrencyNow',
          label: 'containerConcurrency now',
          value: limit,
          source: 'manifest',
          ...manifestDetail(facts),
        },
      ],
      changes: [
        {
          path: option.path,
          label: 'Requests at a time',
          was: limit,
          value: chosen.value,
          arithmetic:
            chosen.source === 'yours'
              ? `yours; computed: ${advised}`
              : `⌈ ${formula} ⌉ = ${advised}`,
          consequence: `A model that works on several at once answers in ${ms(
            serviceMs,
          )}; one that does not is no quicker than now.`,
          source: chosen.source,
        },
      ],
      ...splitExpected(facts, sought, prediction),
      cost: 'No more pods; a pod needs memory for more requests at a time.',
      action: { kind: 'template', template: 'inference-service' },
    };
  },
};
