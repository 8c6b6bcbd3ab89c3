import { type ManifestPart, manifestPart } from '../manifestPart';
import { pointerOf } from '../../manifest/pointer';
import { commonLabels } from './names';
import { predictorOf } from './predictor';
import { requestMetricOf } from './requestQuery';
import { resourceValues } from './resourceValues';
import type { Service } from './service';

const deploymentMode = 'serving.kserve.io/deploymentMode';
const autoscalerClass = 'serving.kserve.io/autoscalerClass';

/** The InferenceService itself. */
export function inferenceServicePart(service: Service): ManifestPart {
  const { name, namespace, scaling, batching, replicas, options } = service;
  const { form, requests, cpuUtilization } = scaling;
  const scrapes =
    requests && requestMetricOf(options, service) === 'model-server';
  const part = manifestPart({
    file: 'inference-service.yaml',
    header: [
      `Inference service of class ${
        service.latencyClass
      }, ${service.profile.toUpperCase()} profile, for ${
        service.isBefore016 ? 'KServe 0.15' : 'KServe 0.16 or newer'
      }.`,
    ],
    object: {
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: {
        name,
        namespace,
        labels: commonLabels(service),
        annotations: {
          [deploymentMode]: service.isBefore016 ? 'RawDeployment' : 'Standard',
          [autoscalerClass]: form,
          ...(scrapes && {
            'serving.kserve.io/enable-prometheus-scraping': 'true',
          }),
          'dynoscope.dev/latency-class': service.latencyClass,
        },
      },
      spec: { predictor: predictorOf(service) },
    },
    notes: notesOf(service),
    worked: {
      '/spec/predictor/minReplicas': replicas.minReplicas,
      '/spec/predictor/maxReplicas':
        form === 'none' ? undefined : replicas.maxReplicas,
      '/spec/predictor/scaleTarget':
        form === 'hpa' ? cpuUtilization : undefined,
      '/spec/predictor/autoScaling/metrics/0/resource/target/averageUtilization':
        form === 'keda' ? cpuUtilization : undefined,
      '/spec/predictor/autoScaling/metrics/1/external/target/value':
        requests?.target,
      '/spec/predictor/batcher/maxBatchSize': batching?.maxBatchSize,
      '/spec/predictor/batcher/maxLatency': batching?.maxLatency,
    },
  });
  return { ...part, values: [...part.values, ...resourceValues(service)] };
}

const formNotes: Record<Service['scaling']['form'], string> = {
  keda: 'KServe makes a ScaledObject of autoScaling below, and KEDA scales.',
  external:
    'KServe makes no autoscaler: horizontal-pod-autoscaler.yaml scales the Deployment, and its replicas are those below.',
  hpa: 'KServe makes a HorizontalPodAutoscaler of scaleMetric and scaleTarget below.',
  none: 'Nothing scales: KServe holds minReplicas.',
};

function notesOf(service: Service): Record<string, string> {
  const { scaling, options, placeholders, profile, batching } = service;
  const model = '/spec/predictor/model';
  const annotation = (key: string) => pointerOf('metadata', 'annotations', key);
  return {
    [annotation(deploymentMode)]:
      "Always written out: the cluster's default may be Knative.",
    [annotation(autoscalerClass)]: formNotes[scaling.form],
    ...(scaling.requests && {
      '/spec/predictor/autoScaling/metrics/1/external/metric/query':
        'One series for all replicas: KEDA fails on more, and divides by the replicas itself.',
    }),
    ...(profile === 'gpu' && {
      '/spec/predictor/nodeSelector':
        'GPU nodes only; the toleration lets the pods onto them.',
    }),
    ...(batching && {
      [`${model}/protocolVersion`]:
        "KServe's batcher acts on v1 paths (:predict) only.",
    }),
    ...(placeholders.length > 0 && {
      [`${model}/storageUri`]: 'CHANGE ME: where the model is.',
    }),
    ...(!options.resources && {
      [`${model}/resources`]:
        'From the guide; the CPU target counts from what is requested.',
    }),
  };
}
