import type { Evidence, Interval } from '@dynoscope/scorecard';

/** One point of a percentile curve, in milliseconds. */
export interface CurvePoint {
  /** 0 to below 100. */
  percentile: number;
  latency: number;
  serviceTime?: number;
}

/** One row of a percentile table, in milliseconds. */
export interface PercentileRow {
  statistic: string;
  latency: number;
  interval?: Interval;
  serviceTime?: number;
}

/** What a page draws of a load probe's evidence. What the evidence lacks is absent. */
export interface LoadResult {
  curve: CurvePoint[];
  percentiles: PercentileRow[];
  succeeded?: number;
  /** Failed requests by kind, those that happened. */
  errors: { kind: string; count: number }[];
}

type Fields = Record<string, unknown>;

const statistics = ['p50', 'p90', 'p95', 'p99', 'p999', 'max'];

/** Reads the evidence of a load probe field by field: it may be of an older or a newer version than this page. */
export function readLoadResult(
  evidence: Pick<Evidence, 'data'>,
): LoadResult | undefined {
  if (!evidence.data) {
    return undefined;
  }
  const { curve, latency, serviceTime, requests } = evidence.data;
  const latencies = fields(latency);
  const intervals = fields(latencies.intervals);
  const serviceTimes = fields(serviceTime);
  const counts = fields(requests);
  return {
    curve: list(curve).flatMap(point => {
      const { percentile, latency: value, serviceTime: service } = point;
      return isNumber(percentile) && percentile < 100 && isNumber(value)
        ? [{ percentile, latency: value, serviceTime: number(service) }]
        : [];
    }),
    percentiles: statistics.flatMap(statistic => {
      const value = latencies[statistic];
      return isNumber(value)
        ? [
            {
              statistic,
              latency: value,
              interval: interval(intervals[statistic]),
              serviceTime: number(serviceTimes[statistic]),
            },
          ]
        : [];
    }),
    succeeded: number(counts.succeeded),
    errors: Object.entries(fields(counts.errors)).flatMap(([kind, count]) =>
      isNumber(count) && count > 0 ? [{ kind, count }] : [],
    ),
  };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function number(value: unknown): number | undefined {
  return isNumber(value) ? value : undefined;
}

/** The engine writes `[lower, upper]` at 95 %. */
function interval(value: unknown): Interval | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const [lower, upper] = value;
  return isNumber(lower) && isNumber(upper)
    ? { lower, upper, level: 0.95 }
    : undefined;
}
