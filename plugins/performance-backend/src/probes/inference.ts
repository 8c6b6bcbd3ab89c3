import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import { metrics } from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import { breakerWords } from '../runs/breaker';
import { fitLoad } from '../runs/limits';
import {
  inferenceAnnotations,
  inferenceSubjects,
  type InferenceSubject,
} from '../subjects/inferenceSubjects';
import { measureEndpoint } from './measureEndpoint';
import { trials } from './tryEndpoint';

const id = 'inference';
const title = 'Inference load';
const emitted = [
  'inference.latency',
  'inference.error_rate',
  'inference.capacity',
];
const defaultTimeoutSeconds = 10;

const timeoutOf = ({ endpoint }: InferenceSubject) =>
  endpoint.timeoutSeconds ?? defaultTimeoutSeconds;

/** Measures an inference endpoint by load: a closed loop of users, from the portal. */
export function createInferenceProbe(
  config: Pick<PerformanceConfig, 'inference' | 'limits'>,
): Probe<InferenceSubject> {
  const { inference, limits } = config;
  return {
    id,
    title,
    metrics: metrics.filter(metric => emitted.includes(metric.id)),
    effect: 'load',
    candidates: {
      annotations: inferenceAnnotations,
      entityRefs: Object.values(inference.endpoints).flatMap(
        endpoint => endpoint.entities,
      ),
    },

    async subjects(entity, environment, context) {
      return inferenceSubjects(entity, environment, inference, context);
    },

    plan(subject, ceilings) {
      const shape = fitLoad(inference.load, ceilings, timeoutOf(subject));
      const { warmupSeconds, seconds, graceSeconds } = shape;
      return {
        probe: id,
        title,
        subject: subject.id,
        address: subject.address,
        allowedBy: subject.allowedBy,
        vantage: 'portal',
        effect: 'load',
        protocol: subject.endpoint.protocol,
        max: {
          requests: shape.requests + trials,
          rate: shape.rate,
          connections: shape.users,
          seconds: Math.min(
            ceilings.seconds,
            warmupSeconds + seconds + graceSeconds,
          ),
          bytes: ceilings.bytes,
          tokens: 0,
        },
        warmupSeconds,
        stopRules: breakerWords(),
      };
    },

    async measure(subject, context) {
      const timeoutSeconds = timeoutOf(subject);
      return measureEndpoint({
        subject,
        context,
        shape: fitLoad(inference.load, limits, timeoutSeconds),
        timeoutSeconds,
      });
    },
  };
}
