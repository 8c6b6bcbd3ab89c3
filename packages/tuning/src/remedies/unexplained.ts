import { missingFacts } from './missingFacts';
import type { SubjectFacts } from './SubjectFacts';
import { ms } from './words';

/** What can be said of a latency that neither batcher, queue nor CPU limit explains. */
export function unexplainedLatency(
  facts: SubjectFacts,
  statistic: 'p50' | 'p99',
): { title: string; cannot: string } {
  const title = `Find what ${statistic.toUpperCase()} waits for`;
  const missing = missingFacts(facts, ['deployment', 'p50', 'unloaded']);
  if (missing) return { title, cannot: missing };
  const alone = ms(facts.unloaded!.p50);
  const cannot =
    statistic === 'p99'
      ? `Batcher and queue do not explain it, a user alone gets an answer in ${alone}: look for pauses of the pod, such as CPU throttling or garbage collection, which are not measured.`
      : `A user alone already waits ${alone}, and no batcher or limit of the manifest explains it: profile the model itself, or name a CPU limit in the manifest to compute with.`;
  return { title, cannot };
}
