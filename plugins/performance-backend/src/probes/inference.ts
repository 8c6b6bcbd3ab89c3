import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import { metrics } from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import { breakerWords } from '../runs/breaker';
import type { Deployments } from '../sources/deployments';
import {
  inferenceAnnotations,
  inferenceSubjects,
  type InferenceSubject,
} from '../subjects/inferenceSubjects';
import { inferenceShape } from './inferenceShape';
import { measureEndpoint } from './measureEndpoint';
import { trials } from './tryEndpoint';

const id = 'inference';
const title = 'Inference load';
const emitted = [
  'inference.latency',
  'inference.error_rate',
  'inference.capacity',
  'inference.unloaded_latency',
];
const defaultTimeoutSeconds = 10;

const timeoutOf = ({ endpoint }: InferenceSubject) =>
  endpoint.timeoutSeconds ?? defaultTimeoutSeconds;

/** Measures an inference endpoint by load: a closed loop of users, from the portal. */
export function createInferenceProbe(
  config: Pick<PerformanceConfig, 'inference' | 'limits'>,
  options: { deployments: Deployments },
): Probe<InferenceSubject> {
  const { inference, limits } = config;
  const { deployments } = options;
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
      const timeoutSeconds = timeoutOf(subject);
      const shape = inferenceShape(inference.load, ceilings, timeoutSeconds);
      const { warmupSeconds, seconds, graceSeconds, oneUser } = shape;
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
          requests: trials + oneUser.requests + shape.requests,
          rate: shape.rate,
          connections: shape.users,
          seconds: Math.min(
            ceilings.seconds,
            oneUser.seconds +
              oneUser.restSeconds +
              warmupSeconds +
              seconds +
              graceSeconds,
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
        deployments,
        shape: inferenceShape(inference.load, limits, timeoutSeconds),
        timeoutSeconds,
      });
    },
  };
}
