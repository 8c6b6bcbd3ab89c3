import type { Remedy } from '@dynoscope/scorecard';
import { adviseCpuLimit } from '../advisor/adviseCpuLimit';
import { parseQuantity } from '../manifest/quantity';
import { fromReport, latencyTargetInput, manifestDetail } from './inputs';
import type { Proposal } from './Proposal';
import { isQueueing } from './queueing';
import { readOption } from './readOption';
import { splitExpected } from './splitExpected';
import type { SubjectFacts } from './SubjectFacts';
import { count, ms, number } from './words';

const id = 'raise-cpu-limit';
const option = {
  name: 'cpuLimit',
  path: '/spec/predictor/model/resources/limits/cpu',
};

function limitOf({ deployment }: SubjectFacts): number | undefined {
  const written = deployment?.resources?.limits?.cpu;
  if (written === undefined || deployment?.modelFormat === undefined) {
    return undefined;
  }
  try {
    const limit = parseQuantity(written);
    return limit > 0 ? limit : undefined;
  } catch {
    return undefined;
  }
}

/** Gives a model that is slow by itself, without any queue, more CPU. */
export const raiseCpuLimit: Proposal = {
  id,
  options: [option],
  propose(facts, sought, options): Remedy | undefined {
    const { p50, p99, subject } = facts;
    const limit = limitOf(facts);
    const latency = sought.judges.statistic === 'p99' ? p99 : p50;
    if (
      isQueueing(facts) !== false ||
      facts.deployment?.batcher ||
      !limit ||
      !latency ||
      sought.target === undefined ||
      sought.judges.metric !== 'inference.latency'
    ) {
      return undefined;
    }
    const advised = adviseCpuLimit({
      limit,
      latency: latency.value,
      target: sought.target,
    });
    const chosen = readOption(options, option.name, advised, {
      least: 1,
      most: 256,
    });
    const share = Math.min(1, limit / chosen.value);
    // All of it may be computation that more CPUs share, or none of it.
    const between = {
      lower: latency.lower * share * 0.9,
      upper: latency.upper,
    };
    const name = sought.judges.statistic.toUpperCase();
    const numbers = `${number(limit)} × ${ms(latency.value)} ÷ ( 0.9 × ${ms(
      sought.target,
    )} )`;
    return {
      id,
      checkId: sought.checkId,
      subject,
      title: `Give the model ${count(chosen.value, 'CPU')}`,
      text: `No request waits: one user alone waits about as long, ${ms(
        facts.unloaded!.p50,
      )}. The model itself takes the time.`,
      arithmetic: [
        `CPU limit = ⌈ limit × ${name} ÷ ( 0.9 × target ) ⌉`,
        `= ⌈ ${numbers} ⌉`,
        `= ${advised}, now ${number(limit)}`,
      ],
      inputs: [
        fromReport({
          name: sought.judges.statistic,
          label: `${name} latency`,
          value: latency.value,
          unit: 'ms',
        }),
        fromReport({
          name: 'unloaded',
          label: 'Latency of one user alone',
          value: facts.unloaded!.p50,
          unit: 'ms',
        }),
        {
          name: 'cpuNow',
          label: 'CPU limit now',
          value: limit,
          source: 'manifest',
          ...manifestDetail(facts),
        },
        ...latencyTargetInput(facts),
      ],
      changes: [
        {
          path: option.path,
          label: 'CPU limit',
          was: facts.deployment!.resources!.limits!.cpu,
          value: String(chosen.value),
          unit: 'CPUs',
          arithmetic:
            chosen.source === 'yours'
              ? `yours; computed: ${advised}`
              : `⌈ ${numbers} ⌉ = ${advised}`,
          consequence:
            'Computation becomes quicker as far as the model uses several threads; what is not computation stays.',
          source: chosen.source,
        },
      ],
      ...splitExpected(
        facts,
        sought,
        sought.judges.statistic === 'p99' ? { p99: between } : { p50: between },
      ),
      cost: `Up to ${number(chosen.value - limit)} more CPUs a pod.`,
      action: { kind: 'template', template: 'inference-service' },
    };
  },
};
