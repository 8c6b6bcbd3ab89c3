import type { LoadPlan, LoadResult } from '@dynoscope/load';
import { Histogram, decodeHistogram } from '@dynoscope/statistics';

const percentiles = ['p50', 'p90', 'p95', 'p99', 'p999'] as const;
const bars = 10;
const barWidth = 40;

/** The result for a reader: whether it counts first, then the numbers as hey's readers know them. */
export function renderText(result: LoadResult): string {
  const { requests, throughput, plan, latency, slo } = result;
  const lines = [
    `Validity:    ${result.validity.verdict}`,
    ...result.validity.reasons.map(
      reason => `  ${reason.code}: ${reason.message}`,
    ),
    ...(result.stopped ? [`Stopped:     ${result.stopped.message}`] : []),
    '',
    `Target:      ${plan.method} ${plan.url}`,
    `Protocol:    ${plan.protocol}, ${result.path} path`,
    `Load:        ${load(plan)}`,
    `Throughput:  ${fixed(throughput.value, 1)} succeeded requests/s${ceiling(
      throughput,
    )}`,
    `Requests:    ${requests.sent} sent, ${requests.succeeded} succeeded, ${requests.failed} failed, ${requests.inFlight} unanswered`,
    ...Object.entries(requests.errors).map(
      ([kind, count]) => `  ${kind}: ${count}${example(result, kind)}`,
    ),
    '',
    ...latencyLines(latency),
    ...histogramLines(decodeHistogram(result.histogram)),
    ...(slo ? ['', 'Objectives:', ...slo.map(sloLine)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function load({ arrival, seconds, requests, warmupSeconds }: LoadPlan): string {
  const length =
    seconds === undefined ? `${requests} requests` : `${seconds} s`;
  const warmup = warmupSeconds > 0 ? ` after ${warmupSeconds} s warm-up` : '';
  return `${arrival.users} users, each waiting for its answer; ${length}${warmup}`;
}

function ceiling({ ceiling: limit }: LoadResult['throughput']): string {
  return limit?.reached
    ? `, held by the ceiling of ${fixed(limit.rate, 1)}`
    : '';
}

function example({ errorExamples }: LoadResult, kind: string): string {
  const text = (errorExamples as Record<string, string | undefined>)[kind];
  return text ? `, such as: ${text}` : '';
}

function latencyLines(latency: LoadResult['latency']): string[] {
  if (latency.n === 0) return ['Latency:     no request succeeded'];
  const rows = percentiles.flatMap(name => {
    const value = latency[name];
    if (value === undefined) return [];
    const interval = latency.intervals[name];
    const between = interval
      ? `  (95 % interval ${fixed(interval[0], 2)} to ${fixed(interval[1], 2)})`
      : '';
    return [
      `  ${label(name).padEnd(7)} ${fixed(value, 2).padStart(10)} ms${between}`,
    ];
  });
  return [
    `Latency of ${latency.n} succeeded requests, from sending to the last byte:`,
    ...rows,
    `  ${'max'.padEnd(7)} ${fixed(latency.max ?? 0, 2).padStart(10)} ms`,
    `  ${'mean'.padEnd(7)} ${fixed(latency.mean ?? 0, 2).padStart(10)} ms`,
  ];
}

/** Ten bars of equal width, from the fastest to the slowest. */
function histogramLines(histogram: Histogram): string[] {
  const { count, min, max } = histogram;
  if (count === 0 || min === undefined || max === undefined) return [];
  const width = Math.max(1, (max - min) / bars);
  const edges = Array.from({ length: bars }, (_, index) =>
    Math.floor(min + width * (index + 1)),
  );
  edges[bars - 1] = max;
  const upTo = edges.map(edge => histogram.countAtMost(edge));
  const counts = upTo.map((total, index) => total - (upTo[index - 1] ?? 0));
  const most = Math.max(...counts, 1);
  return [
    '',
    'Histogram:',
    ...counts.map(
      (amount, index) =>
        `  ${fixed(edges[index] / 1000, 2).padStart(10)} ms ${String(
          amount,
        ).padStart(8)} |${'■'.repeat(Math.round((amount / most) * barWidth))}`,
    ),
  ];
}

function sloLine({
  name,
  target,
  unit,
  value,
  status,
  reason,
}: NonNullable<LoadResult['slo']>[number]): string {
  const measured = value === undefined ? 'none' : `${fixed(value, 3)} ${unit}`;
  return `  ${status.padEnd(12)} ${label(name)} at most ${
    target.atMost
  } ${unit}: ${measured} (${reason})`;
}

/** The name of a percentile or objective as one says it. */
export function label(name: string): string {
  if (name === 'p999') return 'P99.9';
  return name.startsWith('p') ? name.toUpperCase() : name;
}

function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}
