import { autoScalingOf } from './autoScaling';
import type { Service } from './service';

const gpu = 'nvidia.com/gpu';

/** `spec.predictor` of an InferenceService. */
export function predictorOf(service: Service) {
  const { batching, replicas, scaling } = service;
  const { form } = scaling;
  return {
    minReplicas: replicas.minReplicas.value,
    ...(form !== 'none' && { maxReplicas: replicas.maxReplicas.value }),
    ...(form === 'hpa' && {
      scaleMetric: 'cpu',
      scaleTarget: scaling.cpuUtilization.value,
    }),
    ...(form === 'keda' && { autoScaling: autoScalingOf(service) }),
    ...(batching && {
      batcher: {
        maxBatchSize: batching.maxBatchSize.value,
        maxLatency: batching.maxLatency.value,
      },
    }),
    ...(service.profile === 'gpu' && placementOf(service)),
    model: modelOf(service),
  };
}

/** GPU nodes are tainted, so that only what tolerates it runs there, and the selector keeps it from others. */
function placementOf({ options }: Service) {
  return {
    nodeSelector: options.gpu?.nodeSelector ?? {
      'nvidia.com/gpu.present': 'true',
    },
    tolerations: [{ key: gpu, operator: 'Exists', effect: 'NoSchedule' }],
  };
}

function modelOf(service: Service) {
  const { options, resources, profile } = service;
  const gpus = profile === 'gpu' && { [gpu]: String(options.gpu?.count ?? 1) };
  return {
    modelFormat: { name: service.modelFormat },
    ...(options.runtime && { runtime: options.runtime }),
    protocolVersion: service.protocolVersion,
    storageUri: service.storageUri,
    resources: {
      requests: { ...resources.requests, ...gpus },
      limits: { ...resources.limits, ...gpus },
    },
  };
}
