import { type ManifestPart, manifestPart } from '../manifestPart';
import { stabilization } from './autoScaling';
import { metadataOf } from './names';
import type { Service } from './service';

const target = '/spec/metrics/0/containerResource/target/averageUtilization';

/** The guide's autoscaler, aimed at the Deployment: an InferenceService has no scale subresource. */
export function horizontalPodAutoscalerPart(service: Service): ManifestPart {
  const { name, replicas, scaling } = service;
  return manifestPart({
    file: 'horizontal-pod-autoscaler.yaml',
    header: ['Scales the Deployment of the inference service.'],
    object: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: metadataOf(service, 'hpa'),
      spec: {
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: `${name}-predictor`,
        },
        minReplicas: replicas.minReplicas.value,
        maxReplicas: replicas.maxReplicas.value,
        metrics: [
          {
            type: 'ContainerResource',
            containerResource: {
              container: 'kserve-container',
              name: 'cpu',
              target: {
                type: 'Utilization',
                averageUtilization: scaling.cpuUtilization.value,
              },
            },
          },
        ],
        behavior: {
          scaleUp: {
            stabilizationWindowSeconds: stabilization.up,
            policies: [
              { type: 'Percent', value: 100, periodSeconds: 15 },
              { type: 'Pods', value: 4, periodSeconds: 15 },
            ],
            selectPolicy: 'Max',
          },
          scaleDown: { stabilizationWindowSeconds: stabilization.down },
        },
      },
    },
    notes: {
      '/spec/scaleTargetRef':
        'Not the InferenceService, which has no scale subresource (FailedGetScale).',
      '/spec/minReplicas':
        'As in inference-service.yaml, where the arithmetic stands; change both.',
      '/spec/metrics/0':
        'Of the model server alone: the mean over all containers counts sidecars too.',
      '/spec/behavior':
        'At once up, to twice the replicas or by four in 15 s, and slowly down: the defaults of Kubernetes.',
    },
    worked: { [target]: scaling.cpuUtilization },
  });
}
