import type { Remedy } from '@dynoscope/scorecard';
import { adviseBatching } from '../advisor/adviseBatching';
import { busyTime } from '../prediction/busyTime';
import { predictBatching } from '../prediction/predictBatching';
import { batchingChanges, size, wait } from './batchingChanges';
import { batchingEvidence, usersOfPod } from './batchingEvidence';
import { batchingInputs } from './batchingInputs';
import { batchingCost, batchingText, waitArithmetic } from './batchingWords';
import type { Proposal } from './Proposal';
import { readOption } from './readOption';
import { splitExpected } from './splitExpected';
import { count, ms } from './words';

const id = 'batcher-wait';
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
    const inputs = batchingInputs(facts, predictMs);
    return {
      ...base,
      title: `Let the batcher wait ${ms(settings.maxLatency)} for ${count(
        settings.maxBatchSize,
        'instance',
      )}`,
      text: batchingText(evidence, facts),
      arithmetic: waitArithmetic(advice, batcher.maxLatency),
      inputs,
      changes: batchingChanges({ evidence, facts, advice, chosen, prediction }),
      ...splitExpected(facts, sought, prediction),
      cost: batchingCost(evidence, prediction),
      action: { kind: 'template', template: 'inference-service' },
    };
  },
};
