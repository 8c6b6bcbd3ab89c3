import type { Change, Input, Remedy } from '@dynoscope/scorecard';
import { adviseBatching, type BatchingAdvice } from '../advisor/adviseBatching';
import type { BatchingEvidence } from '../prediction/BatchingEvidence';
import { busyTime } from '../prediction/busyTime';
import {
  predictBatching,
  type BatchingPrediction,
} from '../prediction/predictBatching';
import { batchingEvidence, fillsBatches, usersOfPod } from './batchingEvidence';
import { batchingInputs } from './batchingInputs';
import type { Proposal } from './Proposal';
import { readOption } from './readOption';
import { splitExpected } from './splitExpected';
import type { SubjectFacts } from './SubjectFacts';
import { count, ms, number } from './words';

const id = 'batcher-wait';
const wait = { name: 'maxLatency', path: '/spec/predictor/batcher/maxLatency' };
const size = {
  name: 'maxBatchSize',
  path: '/spec/predictor/batcher/maxBatchSize',
};

/** Why, in one or two sentences. */
function textOf(evidence: BatchingEvidence, facts: SubjectFacts): string {
  const { batcher, instances, users } = evidence;
  const { maxBatchSize, maxLatency } = batcher;
  const p50 = facts.p50!.value;
  const sent = instances > 1 ? ` with ${instances} instances each` : '';
  if (fillsBatches(evidence)) {
    return `${count(
      users,
      'user',
    )}${sent} are more than a batch of ${maxBatchSize} takes: P50, ${ms(
      p50,
    )}, is the time of several batches.`;
  }
  const share = Math.min(100, Math.round((100 * maxLatency) / p50));
  return `${share} % of P50, ${ms(maxLatency)} of ${ms(
    p50,
  )}, is waiting: the batcher waits for ${maxBatchSize} instances, which ${count(
    users,
    'user',
  )}${sent} never send at a time.`;
}

function waitArithmetic(advice: BatchingAdvice, was: number): string[] {
  const { predict, budget, maxLatency } = advice;
  const worked = Math.ceil(predict);
  if (!budget) {
    return [
      'maxLatency = ⌈ predict ⌉',
      `= ⌈ ${ms(predict)} ⌉`,
      `= ${ms(maxLatency)}, now ${ms(was)}`,
    ];
  }
  const times = budget.statistic === 'P99' ? '2 × ' : '';
  return [
    `maxLatency = min( ⌈ predict ⌉, ⌊ 0.9 × ${budget.statistic} target − ${times}predict ⌋ )`,
    `= min( ⌈ ${ms(predict)} ⌉, ⌊ 0.9 × ${ms(budget.target)} − ${times}${ms(
      predict,
    )} ⌋ ) = min( ${worked}, ${Math.floor(budget.ms)} )`,
    `= ${ms(maxLatency)}, now ${ms(was)}`,
  ];
}

function changesOf(options: {
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

function costOf(
  evidence: BatchingEvidence,
  prediction: BatchingPrediction,
): string {
  const { throughput } = prediction;
  const now = evidence.throughput / Math.max(1, evidence.users / evidence.pods);
  const then = [throughput.lower, throughput.upper].map(rate =>
    number(Math.round(rate / prediction.requests)),
  );
  return `No more pods. The model predicts ${then.join(
    ' to ',
  )} times a second, now ${
    fillsBatches(evidence) ? 'more often' : number(Math.round(now))
  }.`;
}

/** Waits no longer for batches that do not fill, and makes them of the size that the users fill. */
export const batcherWait: Proposal = {
  id,
  options: [wait, size],
  propose(facts, sought, options): Remedy | undefined {
    if (!facts.deployment?.batcher) return undefined;
    const base = { id, checkId: sought.checkId, subject: facts.subject };
    const read = batchingEvidence(facts);
    if ('cannot' in read) {
      return {
        ...base,
        title: 'Let the batcher wait less',
        arithmetic: [],
        inputs: batchingInputs(facts),
        changes: [],
        cannot: read.cannot,
      };
    }
    const { evidence } = read;
    const { batcher } = evidence;
    const users = usersOfPod(facts);
    const predictMs = Math.max(0.1, busyTime(evidence, users, users).upper);
    const advice = adviseBatching({
      users,
      instances: evidence.instances,
      predictMs,
      targets: facts.latencyTargets,
    });
    const isAsAdvised =
      advice.maxLatency >= batcher.maxLatency &&
      advice.maxBatchSize === batcher.maxBatchSize;
    const isComputed = Object.keys(options).length === 0;
    if (isAsAdvised && isComputed) return undefined;
    const chosen = {
      wait: readOption(options, wait.name, advice.maxLatency, {
        least: 1,
        most: 60_000,
      }),
      size: readOption(options, size.name, advice.maxBatchSize, {
        least: 1,
        most: 10_000,
      }),
    };
    const settings = {
      maxLatency: chosen.wait.value,
      maxBatchSize: chosen.size.value,
    };
    const prediction = predictBatching({ evidence, batcher: settings });
    if (prediction.p50.upper >= facts.p50!.value && isComputed)
      return undefined;
    const inputs: Input[] = batchingInputs(facts, predictMs);
    return {
      ...base,
      title: `Let the batcher wait ${ms(settings.maxLatency)} for ${count(
        settings.maxBatchSize,
        'instance',
      )}`,
      text: textOf(evidence, facts),
      arithmetic: waitArithmetic(advice, batcher.maxLatency),
      inputs,
      changes: changesOf({ evidence, facts, advice, chosen, prediction }),
      ...splitExpected(sought, prediction),
      cost: costOf(evidence, prediction),
      action: { kind: 'template', template: 'inference-service' },
    };
  },
};
