import {
  encodeHistogram,
  type Histogram,
  quantileInterval,
} from '@dynoscope/statistics';
import { judgeSlo } from './judgeSlo';
import type { Distribution, LoadResult } from './LoadResult';
import type { LoadRun } from './LoadRun';
import type { LoadPlan } from './plan';
import type { Tally } from './Tally';
import type { Transport } from './transport/Transport';
import { judgeValidity } from './validity';

const curvePercentiles = [
  0, 1, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 96, 97, 98,
  99, 99.5, 99.9, 99.95, 99.99, 100,
];

/** The bench JSON of a finished run. */
export function summarise(options: {
  plan: LoadPlan;
  transport: Transport;
  run: LoadRun;
}): LoadResult {
  const { plan, transport, run } = options;
  const { recorder, stopped } = run;
  const { warmup, steady } = recorder;
  const client = run.client!;
  const start = Math.min(recorder.steadyAt, run.finishedAt);
  const wallStart = Date.now() - (performance.now() - start);
  const iso = (at: number) => new Date(wallStart + at - start).toISOString();
  const requests = countRequests(plan, steady);
  const latency = distributionOf(steady.latency);
  const slo = judgeSlo(plan.slo, steady);
  return {
    schemaVersion: 1,
    plan,
    path: transport.path,
    window: { start: iso(start), end: iso(run.finishedAt) },
    validity: judgeValidity({
      client,
      requests,
      p99: latency.p99,
      keepAlive: plan.keepAlive,
      reopened: transport.traffic.opened - run.openedBefore,
      stopped,
    }),
    requests,
    errorExamples: Object.fromEntries(steady.examples),
    warmup: { seconds: (start - run.beganAt) / 1000, ...countsOf(warmup) },
    bytes: {
      sent: transport.traffic.sent,
      received: transport.traffic.received,
    },
    connections: { opened: transport.traffic.opened },
    throughput: throughputOf(plan, run),
    latency,
    serviceTime: distributionOf(steady.serviceTime),
    lateness: {
      unit: 'ms',
      p50: (client.lateness.quantile(0.5) ?? 0) / 1000,
      p99: (client.lateness.quantile(0.99) ?? 0) / 1000,
    },
    ...(slo && { slo }),
    histogram: encodeHistogram(steady.latency),
    curve: curveOf(steady),
    series: recorder.series
      .until(run.finishedAt - start)
      .map(({ second, ...point }) => ({
        at: iso(start + second * 1000),
        ...point,
      })),
    client: {
      cpuShare: client.cpuShare,
      eventLoopUtilization: client.eventLoopUtilization,
      gcShare: client.gcShare,
    },
    ...(stopped && { stopped }),
  };
}

function countsOf({ sent, succeeded, failed, inFlight }: Tally) {
  return { sent, succeeded, failed, inFlight };
}

function countRequests(plan: LoadPlan, tally: Tally): LoadResult['requests'] {
  const planned = plan.requests ?? tally.sent;
  return {
    planned,
    ...countsOf(tally),
    unsent: planned - tally.sent,
    errors: Object.fromEntries(tally.errors),
  };
}

/** Over the time until the last request was sent or the last good answer came: a request that hangs alone is no less rate. */
function throughputOf(plan: LoadPlan, run: LoadRun): LoadResult['throughput'] {
  const { rate } = plan.limits;
  const { steady, steadyAt, answeredUntil } = run.recorder;
  const seconds = (Math.max(run.sentUntil, answeredUntil) - steadyAt) / 1000;
  return {
    value: seconds > 0 ? steady.succeeded / seconds : 0,
    unit: '1/s',
    ...(rate && { ceiling: { rate, reached: run.ceilingReached } }),
  };
}

function distributionOf(histogram: Histogram): Distribution {
  const n = histogram.count;
  if (n === 0) return { unit: 'ms', n, intervals: {} };
  const at = (p: number) => histogram.quantile(p)! / 1000;
  const intervals: Distribution['intervals'] = {};
  for (const [name, p] of [
    ['p50', 0.5],
    ['p90', 0.9],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const) {
    const interval = quantileInterval({ values: histogram, p });
    if (interval) {
      intervals[name] = [interval.lower / 1000, interval.upper / 1000];
    }
  }
  return {
    unit: 'ms',
    n,
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    p999: at(0.999),
    max: histogram.max! / 1000,
    mean: histogram.mean! / 1000,
    intervals,
  };
}

/** Percentiles that so many samples can tell apart from the greatest one. */
function curveOf({ latency, serviceTime }: Tally): LoadResult['curve'] {
  const n = latency.count;
  if (n === 0) return [];
  return curvePercentiles
    .filter(p => p === 100 || (1 - p / 100) * n >= 1)
    .map(percentile => ({
      percentile,
      latency: latency.quantile(percentile / 100)! / 1000,
      serviceTime: serviceTime.quantile(percentile / 100)! / 1000,
    }));
}
