import { guide } from '@dynoscope/scorecard';
import type { WorkedValue } from '../workedValue';
import { roundDown, shown } from './arithmetic';
import type { Load } from './load';
import type { InferenceServiceOptions } from './options';
import { requestQuery } from './requestQuery';
import type { Scaling, Service } from './service';

const defaultPrometheus = 'http://prometheus.monitoring.svc.cluster.local:9090';

/** What the service is scaled by, and at which values. */
export function settleScaling(options: {
  options: InferenceServiceOptions;
  service: Pick<
    Service,
    | 'name'
    | 'namespace'
    | 'latencyClass'
    | 'profile'
    | 'modelFormat'
    | 'protocolVersion'
  >;
  load: Load;
}): { scaling: Scaling; warnings: string[] } {
  const { load, service } = options;
  const autoscaling = options.options.autoscaling ?? {};
  const form = autoscaling.form ?? 'external';
  const cpuUtilization: WorkedValue = {
    label: 'CPU, at most',
    value: load.busy,
    unit: '%',
    source: autoscaling.cpuUtilization === undefined ? 'guide' : 'yours',
    consequence: 'Of the CPU that is requested.',
  };
  const cpuWarning =
    service.profile === 'gpu' && form !== 'none'
      ? [
          'autoscaling: the CPU tells little about a model on a GPU; with form keda and serviceMs or requestsPerSecond the request rate scales as well',
        ]
      : [];
  if (form !== 'keda') {
    return { scaling: { form, cpuUtilization }, warnings: cpuWarning };
  }
  const target = requestTarget(options.options, load, service.latencyClass);
  if (!target) {
    return {
      scaling: { form, cpuUtilization },
      warnings: [
        ...cpuWarning,
        'autoscaling.requestsPerSecond: not computed, so only the CPU scales; give serviceMs for floor(slots ÷ service time × busy) of at least 1/s, or requestsPerSecond',
      ],
    };
  }
  const { query, warning } = requestQuery(options.options, service);
  return {
    scaling: {
      form,
      cpuUtilization,
      requests: {
        target,
        query,
        serverAddress: autoscaling.prometheusUrl ?? defaultPrometheus,
      },
    },
    warnings: warning ? [warning] : [],
  };
}

function requestTarget(
  options: InferenceServiceOptions,
  { serviceMs, slots, busy }: Load,
  latencyClass: Service['latencyClass'],
): WorkedValue | undefined {
  const guided = guide.autoscaling.requestsPerSecond;
  const label = 'Requests a second and replica, at most';
  const yours = options.autoscaling?.requestsPerSecond;
  const share = shown(busy / 100);
  if (yours !== undefined) {
    return {
      label,
      value: yours,
      unit: '1/s',
      source: 'yours',
      ...(yours !== guided && { was: guided }),
    };
  }
  if (serviceMs === undefined) {
    if (latencyClass === 'llm') return undefined;
    return {
      label,
      value: guided,
      unit: '1/s',
      source: 'guide',
      arithmetic: `not computed: floor(${slots} ÷ ? × ${share}) needs serviceMs`,
      consequence: `The guide's ${guided} is written.`,
    };
  }
  const exact = (slots * busy * 10) / serviceMs;
  const value = roundDown(exact);
  if (value < 1) return undefined;
  const busyAtGuide = Math.round((guided * serviceMs) / (slots * 10));
  return {
    label,
    value,
    unit: '1/s',
    source: 'yours',
    arithmetic: `floor(${slots} ÷ ${shown(
      serviceMs / 1000,
    )} s × ${share}) = floor(${shown(exact, roundDown)}) = ${value}`,
    ...(value !== guided && {
      was: guided,
      consequence: `At the guide's ${guided} a replica would be ${busyAtGuide} % busy.`,
    }),
  };
}
