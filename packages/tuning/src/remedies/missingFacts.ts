import type { SubjectFacts } from './SubjectFacts';

type Needed =
  | 'deployment'
  | 'users'
  | 'p50'
  | 'p99'
  | 'throughput'
  | 'unloaded';

const words: Record<Exclude<Needed, 'deployment'>, string> = {
  users: 'how many users the run had',
  p50: 'P50 latency',
  p99: 'P99 latency',
  throughput: 'the rate of answers',
  unloaded: 'the latency of one user alone',
};

/** Name of the endpoint in the configuration, shown as a key there. */
function endpointOf(subject: string): string {
  const name = /^endpoint\/([\w.-]{1,100})$/.exec(subject)?.[1];
  return name ?? '<name>';
}

/** What is missing for a computation and what to do about it, in one sentence; `undefined` when all is there. */
export function missingFacts(
  facts: SubjectFacts,
  needed: readonly Needed[],
): string | undefined {
  if (needed.includes('deployment') && !facts.deployment) {
    return `It is not known how this service is deployed: name its manifest in performance.inference.endpoints.${endpointOf(
      facts.subject,
    )}.manifest.`;
  }
  const missing = needed.flatMap(name =>
    name !== 'deployment' && facts[name] === undefined ? words[name] : [],
  );
  if (missing.length === 0) return undefined;
  const what = missing.join(' and ');
  return facts.doubts
    ? `The report does not tell ${what} reliably: run it again on a calmer machine.`
    : `The report does not tell ${what}: run the inference probe of this version of Dynoscope again.`;
}
