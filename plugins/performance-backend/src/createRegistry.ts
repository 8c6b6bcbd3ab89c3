import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import type { Check, MetricInfo } from '@dynoscope/scorecard';

/** All probes, checks and metrics that are known here, built in and added. */
export interface Registry {
  probes: readonly Probe[];
  checks: readonly Check[];
  metrics: readonly MetricInfo[];
}

/** Joins what is built in and what was added. Throws on what would make a number ambiguous. */
export function createRegistry(options: {
  probes: readonly Probe[];
  checks: readonly Check[];
  /** Metrics of the built-in checks, some of which have no probe yet. */
  metrics: readonly MetricInfo[];
}): Registry {
  const { probes, checks } = options;
  refuseTwins('probe', probes);
  refuseTwins('check', checks);
  const metrics = new Map<string, MetricInfo>();
  for (const metric of [
    ...options.metrics,
    ...probes.flatMap(probe => probe.metrics),
  ]) {
    const known = metrics.get(metric.id);
    if (
      known &&
      (known.unit !== metric.unit || known.better !== metric.better)
    ) {
      throw new Error(
        `The metric ${metric.id} is defined twice: in ${known.unit}, ${known.better} is better, and in ${metric.unit}, ${metric.better} is better`,
      );
    }
    metrics.set(metric.id, known ?? metric);
  }
  for (const check of checks) {
    for (const { metric } of check.metrics) {
      if (!metrics.has(metric)) {
        throw new Error(
          `The check ${check.id} needs the metric ${metric}, which no probe measures`,
        );
      }
    }
  }
  return { probes, checks, metrics: [...metrics.values()] };
}

function refuseTwins(what: string, things: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id))
      throw new Error(`There are two ${what}s with the id ${id}`);
    seen.add(id);
  }
}
