import type { Change } from '@dynoscope/scorecard';
import type { BatchingAdvice } from '../advisor/adviseBatching';
import type { BatchingEvidence } from '../prediction/BatchingEvidence';
import type { BatchingPrediction } from '../prediction/predictBatching';
import { usersOfPod } from './batchingEvidence';
import { waitArithmetic } from './batchingWords';
import type { readOption } from './readOption';
import type { SubjectFacts } from './SubjectFacts';
import { count, ms } from './words';

export const wait = {
  name: 'maxLatency',
  path: '/spec/predictor/batcher/maxLatency',
};
export const size = {
  name: 'maxBatchSize',
  path: '/spec/predictor/batcher/maxBatchSize',
};

/** The computed values, and where they go. */
export function batchingChanges(options: {
  evidence: BatchingEvidence;
  facts: SubjectFacts;
  advice: BatchingAdvice;
  chosen: {
    wait: ReturnType<typeof readOption>;
    size: ReturnType<typeof readOption>;
  };
  prediction: BatchingPrediction;
}): Change[] {
  const { evidence, facts, advice, chosen, prediction } = options;
  const { batcher, instances } = evidence;
  const users = usersOfPod(facts);
  const [, numbers] = waitArithmetic(advice, batcher.maxLatency);
  return [
    {
      path: wait.path,
      label: 'Batch wait',
      was: batcher.maxLatency,
      value: chosen.wait.value,
      unit: 'ms',
      arithmetic:
        chosen.wait.source === 'yours'
          ? `yours; computed: ${ms(advice.maxLatency)}`
          : `${numbers.replace(/^= /, '')} = ${advice.maxLatency}`,
      consequence: `A batch that does not fill waits ${ms(
        chosen.wait.value,
      )} at most after its first request.`,
      source: chosen.wait.source,
    },
    {
      path: size.path,
      label: 'Batch size',
      was: batcher.maxBatchSize,
      value: chosen.size.value,
      unit: 'instances',
      arithmetic:
        chosen.size.source === 'yours'
          ? `yours; computed: ${advice.maxBatchSize}`
          : `${count(users, 'user')} × ${count(instances, 'instance')} = ${
              advice.maxBatchSize
            }`,
      consequence: prediction.fills
        ? 'The measured users fill a batch, so it closes without waiting.'
        : 'The measured users never fill a batch, so each waits its time out.',
      source: chosen.size.source,
    },
  ];
}
