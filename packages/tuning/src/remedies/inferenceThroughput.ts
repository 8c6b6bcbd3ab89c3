import { addReplicas } from './addReplicas';
import { batcherWait } from './batcherWait';
import { checkRemedy } from './CheckRemedy';
import { missingFacts } from './missingFacts';
import { raiseConcurrency } from './raiseConcurrency';

export const inferenceThroughput = checkRemedy({
  checkId: 'inference-throughput',
  judges: { metric: 'inference.capacity', statistic: 'max' },
  proposals: [batcherWait, raiseConcurrency, addReplicas],
  otherwise: facts => ({
    title: 'Measure with more users',
    cannot:
      missingFacts(facts, ['users', 'throughput', 'unloaded']) ??
      'No request waits for another, so it is the users who send no more: measure with more of them.',
  }),
});
