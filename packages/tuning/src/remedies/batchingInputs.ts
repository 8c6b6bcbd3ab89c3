import type { Input } from '@dynoscope/scorecard';
import { fromReport, latencyTargetInput, manifestDetail } from './inputs';
import type { SubjectFacts } from './SubjectFacts';

/** What the arithmetic of a batcher starts from, with where each number comes from. */
export function batchingInputs(
  facts: SubjectFacts,
  predictMs?: number,
): Input[] {
  const { users, instances, p50, unloaded, deployment, pods } = facts;
  const batcher = deployment?.batcher;
  const detail = manifestDetail(facts);
  const defaulted = (name: 'maxBatchSize' | 'maxLatency') =>
    batcher?.defaulted?.includes(name) ? 'default' : 'manifest';
  return [
    fromReport({ name: 'users', label: 'Users', value: users }),
    fromReport({
      name: 'instances',
      label: 'Instances of a request',
      value: instances,
    }),
    fromReport({
      name: 'p50',
      label: 'P50 latency',
      value: p50?.value,
      unit: 'ms',
    }),
    fromReport({
      name: 'unloaded',
      label: 'Latency of one user alone',
      value: unloaded?.p50,
      unit: 'ms',
    }),
    ...(batcher
      ? [
          {
            name: 'waitNow',
            label: 'Batch wait now',
            value: batcher.maxLatency,
            unit: 'ms',
            source: defaulted('maxLatency'),
            ...detail,
          } as const,
          {
            name: 'sizeNow',
            label: 'Batch size now',
            value: batcher.maxBatchSize,
            unit: 'instances',
            source: defaulted('maxBatchSize'),
            ...detail,
          } as const,
        ]
      : []),
    {
      name: 'pods',
      label: 'Pods',
      value: pods,
      source: deployment?.minReplicas === undefined ? 'default' : 'manifest',
    },
    ...(predictMs === undefined
      ? []
      : [
          {
            name: 'predict',
            label: 'From a full batch to its answers, at most',
            value: Number(predictMs.toPrecision(3)),
            unit: 'ms',
            source: 'measured',
            detail: 'what the latency is without the wait',
          } as const,
        ]),
    ...latencyTargetInput(facts),
  ];
}
