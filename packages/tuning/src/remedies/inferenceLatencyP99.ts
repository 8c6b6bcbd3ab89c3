import { addReplicas } from './addReplicas';
import { batcherWait } from './batcherWait';
import { checkRemedy } from './CheckRemedy';
import { raiseCpuLimit } from './raiseCpuLimit';
import { unexplainedLatency } from './unexplained';

export const inferenceLatencyP99 = checkRemedy({
  checkId: 'inference-latency-p99',
  judges: { metric: 'inference.latency', statistic: 'p99' },
  proposals: [batcherWait, addReplicas, raiseCpuLimit],
  otherwise: facts => unexplainedLatency(facts, 'p99'),
});
