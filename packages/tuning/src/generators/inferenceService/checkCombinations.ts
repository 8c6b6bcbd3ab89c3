import { parseQuantity } from '../../manifest/quantity';
import { type OptionProblem, OptionsError } from '../optionsError';
import type { InferenceServiceOptions } from './options';
import type { Service } from './service';

/**
 * Refuses options that do not go together.
 *
 * @throws OptionsError naming each and what is allowed.
 */
export function checkCombinations(
  options: InferenceServiceOptions,
  service: Pick<
    Service,
    'latencyClass' | 'profile' | 'protocolVersion' | 'resources'
  >,
): void {
  const problems = [
    ...batcherProblems(options, service),
    ...autoscalingProblems(options),
    ...resourceProblems(service),
    ...(options.gpu && service.profile !== 'gpu'
      ? [{ field: 'gpu', message: 'is allowed with profile gpu only' }]
      : []),
  ];
  if (problems.length > 0) throw new OptionsError(problems);
}

function batcherProblems(
  { batcher }: InferenceServiceOptions,
  service: Pick<Service, 'latencyClass' | 'protocolVersion'>,
): OptionProblem[] {
  if (!batcher?.enabled) {
    const values = (['maxBatchSize', 'maxLatency'] as const).filter(
      field => batcher?.[field] !== undefined && batcher.enabled === undefined,
    );
    return values.map(field => ({
      field: `batcher.${field}`,
      message: 'is allowed with batcher.enabled true only',
    }));
  }
  if (service.latencyClass === 'llm') {
    return [
      {
        field: 'batcher.enabled',
        message:
          'must be false with latencyClass llm: servers of language models batch by themselves',
      },
    ];
  }
  return service.protocolVersion === 'v1'
    ? []
    : [
        {
          field: 'batcher.enabled',
          message:
            "must be false with protocolVersion v2: KServe's batcher acts on v1 paths (:predict) only",
        },
      ];
}

function autoscalingProblems({
  autoscaling = {},
  batcher,
}: InferenceServiceOptions): OptionProblem[] {
  const { form, minReplicas, maxReplicas, requestMetric } = autoscaling;
  const problems: OptionProblem[] = [];
  if (form !== 'keda') {
    for (const field of [
      'requestsPerSecond',
      'requestMetric',
      'prometheusUrl',
    ] as const) {
      if (autoscaling[field] !== undefined) {
        problems.push({
          field: `autoscaling.${field}`,
          message: 'is allowed with autoscaling.form keda only',
        });
      }
    }
  }
  if (form === 'none' && maxReplicas !== undefined) {
    problems.push({
      field: 'autoscaling.maxReplicas',
      message:
        'is not allowed with autoscaling.form none: KServe holds minReplicas',
    });
  }
  if (
    minReplicas !== undefined &&
    maxReplicas !== undefined &&
    minReplicas > maxReplicas
  ) {
    problems.push({
      field: 'autoscaling.minReplicas',
      message: `must be at most autoscaling.maxReplicas, which is ${maxReplicas}`,
    });
  }
  if (requestMetric === 'model-server' && batcher?.enabled) {
    problems.push({
      field: 'autoscaling.requestMetric',
      message:
        'must be istio with a batcher: the model server behind it counts batches, not requests',
    });
  }
  return problems;
}

function resourceProblems({
  resources: { requests, limits },
}: Pick<Service, 'resources'>): OptionProblem[] {
  return (['cpu', 'memory'] as const)
    .filter(name => parseQuantity(requests[name]) > parseQuantity(limits[name]))
    .map(name => ({
      field: `resources.requests.${name}`,
      message: `must be at most resources.limits.${name}, which is ${limits[name]}`,
    }));
}
