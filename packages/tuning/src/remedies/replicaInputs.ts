import type { Input } from '@dynoscope/scorecard';
import { busyAtMost } from '../advisor/adviseReplicas';
import { fromReport, latencyTargetInput, manifestDetail } from './inputs';
import type { Queue } from './queueing';
import type { SubjectFacts } from './SubjectFacts';

/** What the arithmetic of replicas starts from, with where each number comes from. */
export function replicaInputs(facts: SubjectFacts, queue?: Queue): Input[] {
  const { users, p50, throughput, unloaded, pods } = facts;
  return [
    fromReport({ name: 'users', label: 'Users', value: users }),
    fromReport({
      name: 'throughput',
      label: 'Answers',
      value: throughput,
      unit: '1/s',
    }),
    fromReport({
      name: 'p50',
      label: 'P50 latency',
      value: p50?.value,
      unit: 'ms',
    }),
    fromReport({
      name: 'service',
      label: 'Service time: latency of one user alone',
      value: unloaded?.p50,
      unit: 'ms',
    }),
    fromReport({
      name: 'slots',
      label: 'Requests at work in a pod',
      value: queue?.slots,
    }),
    {
      name: 'podsNow',
      label: 'Pods now',
      value: pods,
      source:
        facts.deployment?.minReplicas === undefined ? 'default' : 'manifest',
      ...manifestDetail(facts),
    },
    {
      name: 'busyAtMost',
      label: 'Busy at most',
      value: busyAtMost,
      source: 'guide',
      detail: 'Autoscaling Configuration',
    },
    ...latencyTargetInput(facts),
  ];
}
