import { addReplicas } from './addReplicas';
import { batcherWait } from './batcherWait';
import { checkRemedy } from './CheckRemedy';
import { raiseConcurrency } from './raiseConcurrency';
import { raiseCpuLimit } from './raiseCpuLimit';
import { unexplainedLatency } from './unexplained';

export const inferenceLatencyP50 = checkRemedy({
  checkId: 'inference-latency-p50',
  judges: { metric: 'inference.latency', statistic: 'p50' },
  proposals: [batcherWait, raiseConcurrency, addReplicas, raiseCpuLimit],
  otherwise: facts => unexplainedLatency(facts, 'p50'),
});
