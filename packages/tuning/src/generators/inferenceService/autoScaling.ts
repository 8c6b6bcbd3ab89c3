import type { Service } from './service';

/** How fast a HorizontalPodAutoscaler goes up and how slowly down, in seconds. */
export const stabilization = { up: 0, down: 300 };

/** `spec.predictor.autoScaling`, which KServe hands on to KEDA. */
export function autoScalingOf({ scaling, isBefore016 }: Service) {
  const { cpuUtilization, requests } = scaling;
  return {
    metrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: {
            type: 'Utilization',
            averageUtilization: cpuUtilization.value,
          },
        },
      },
      ...(requests
        ? [
            {
              type: 'External',
              external: {
                metric: {
                  backend: 'prometheus',
                  serverAddress: requests.serverAddress,
                  query: requests.query,
                },
                target: { type: 'Value', value: String(requests.target.value) },
              },
            },
          ]
        : []),
    ],
    ...(!isBefore016 && {
      behavior: {
        scaleUp: { stabilizationWindowSeconds: stabilization.up },
        scaleDown: { stabilizationWindowSeconds: stabilization.down },
      },
    }),
  };
}
