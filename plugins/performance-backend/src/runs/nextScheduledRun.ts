import type { Run } from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { EntityEnvironment } from './chooseEnvironment';

/** Probes that the schedule may run in an environment: no load and no writes in production unless the operator says so. */
export function scheduledProbes(
  { production, subjects }: EntityEnvironment,
  { schedule }: Pick<PerformanceConfig, 'schedule'>,
): string[] {
  if (!schedule.enabled) return [];
  const careful = production && !schedule.production;
  return [
    ...new Set(
      subjects
        .filter(({ probe }) => !careful || probe.effect === 'reads')
        .map(({ probe }) => probe.id),
    ),
  ];
}

/** When the schedule runs an entity next, `undefined` when it does not. The first time it is due at once. */
export function nextScheduledRun(options: {
  environment: EntityEnvironment;
  lastScheduled: Run | undefined;
  config: Pick<PerformanceConfig, 'schedule'>;
}): string | undefined {
  const { environment, lastScheduled, config } = options;
  if (!lastScheduled || scheduledProbes(environment, config).length === 0) {
    return undefined;
  }
  return new Date(
    Date.parse(lastScheduled.createdAt) +
      config.schedule.frequencySeconds * 1000,
  ).toISOString();
}
