import { type Input, guide, type LatencyClass } from '@dynoscope/scorecard';
import type { InferenceServiceOptions } from './options';

/** What is known about requests and the work on them. */
export interface Load {
  serviceMs?: number;
  usualRate?: number;
  peakRate?: number;
  /** Requests that a replica works on at the same time. */
  slots: number;
  /** Share of the time, in %, that a replica is to be busy. */
  busy: number;
  /** P50 that the latency class allows, in ms. */
  p50Ms: number;
}

const section = 'Autoscaling Configuration';

/** The load that the options tell of, and where each number comes from. */
export function loadOf(
  options: InferenceServiceOptions,
  latencyClass: LatencyClass,
): { load: Load; inputs: Input[] } {
  const { serviceMs, usualRate, peakRate, slots, autoscaling } = options;
  const { title, p50 } = guide.latencyClasses[latencyClass];
  const load: Load = {
    serviceMs,
    usualRate,
    peakRate,
    slots: slots ?? 1,
    busy: autoscaling?.cpuUtilization ?? guide.autoscaling.cpuUtilization,
    p50Ms: 'below' in p50.target ? p50.target.below : Infinity,
  };
  const told = (
    name: 'serviceMs' | 'usualRate' | 'peakRate',
    label: string,
    unit: string,
  ): Input => ({
    name,
    label,
    unit,
    ...(options[name] === undefined
      ? { source: 'not measured' }
      : { value: options[name], source: 'yours' }),
  });
  const inputs: Input[] = [
    {
      name: 'latencyClass',
      label: 'Latency class',
      value: latencyClass,
      source: options.latencyClass ? 'yours' : 'default',
      ...(!options.latencyClass && {
        detail: 'the one with the tightest targets',
      }),
    },
    {
      name: 'p50Target',
      label: `P50 target of class ${title}`,
      value: load.p50Ms,
      unit: 'ms',
      source: 'guide',
      detail: `${p50.section}, ${p50.row}`,
    },
    told('serviceMs', 'Service time, mean', 'ms'),
    told('usualRate', 'Usual rate', '1/s'),
    told('peakRate', 'Peak rate', '1/s'),
    {
      name: 'slots',
      label: 'Requests at a time, a replica',
      value: load.slots,
      source: slots === undefined ? 'default' : 'yours',
      ...(slots === undefined && {
        detail: 'a model server that works on one request after the other',
      }),
    },
    {
      name: 'cpuUtilization',
      label: 'Busy at most',
      value: load.busy,
      unit: '%',
      ...(autoscaling?.cpuUtilization === undefined
        ? { source: 'guide', detail: section }
        : { source: 'yours' }),
    },
  ];
  return { load, inputs };
}
