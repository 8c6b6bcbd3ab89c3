import type { InferenceServiceOptions } from './options';
import type { Service } from './service';

/** Formats that KServe's own Python servers serve, which count requests as `request_predict_seconds_count`. */
const countedFormats = ['lightgbm', 'paddle', 'pmml', 'sklearn', 'xgboost'];

/** The seconds that a rate is taken over: at least two scrapes of the usual 15. */
const range = '30s';

/**
 * A query for the requests a second of all replicas together: KEDA fails on more than one series, and divides by the
 * replicas itself. Behind a batcher the model server counts batches, so the mesh counts there.
 */
export function requestQuery(
  options: InferenceServiceOptions,
  service: Pick<
    Service,
    'name' | 'namespace' | 'latencyClass' | 'modelFormat' | 'protocolVersion'
  >,
): { query: string; warning?: string } {
  const { name, namespace, latencyClass } = service;
  const pods = `namespace="${namespace}",pod=~"${name}-predictor-.*"`;
  const metric = requestMetricOf(options, service);
  if (metric === 'model-server') {
    const counter =
      latencyClass === 'llm'
        ? 'vllm:e2e_request_latency_seconds_count'
        : 'request_predict_seconds_count';
    return { query: `sum(rate(${counter}{${pods}}[${range}]))` };
  }
  return {
    query: `sum(rate(istio_requests_total{reporter="destination",destination_workload="${name}-predictor",destination_workload_namespace="${namespace}"}[${range}]))`,
    warning: `autoscaling.requestMetric: requests are counted by Istio, since ${
      options.batcher?.enabled
        ? 'the model server behind a batcher counts batches'
        : 'no request counter of this model server is known'
    }; without Istio only the CPU scales`,
  };
}

/** Which side counts the requests. */
export function requestMetricOf(
  options: InferenceServiceOptions,
  service: Pick<Service, 'latencyClass' | 'modelFormat' | 'protocolVersion'>,
): 'model-server' | 'istio' {
  const asked = options.autoscaling?.requestMetric;
  if (asked) return asked;
  const { latencyClass, modelFormat, protocolVersion } = service;
  const counts =
    options.runtime === undefined &&
    (latencyClass === 'llm'
      ? modelFormat === 'huggingface'
      : protocolVersion === 'v1' && countedFormats.includes(modelFormat));
  return counts && !options.batcher?.enabled ? 'model-server' : 'istio';
}
