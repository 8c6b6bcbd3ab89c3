import type { Plan } from '@dynoscope/scorecard';

/** What a whole plan may do at most. Probes run one after the other. */
export interface PlanTotals {
  seconds: number;
  requests: number;
  bytes: number;
  /** Requests a second of its fastest load. */
  loadRate: number;
}

export function planTotals(plan: Plan): PlanTotals {
  const sum = (field: 'seconds' | 'requests' | 'bytes') =>
    plan.probes.reduce((total, { max }) => total + max[field], 0);
  const rates = plan.probes
    .filter(({ effect }) => effect === 'load')
    .map(({ max }) => max.rate);
  return {
    seconds: sum('seconds'),
    requests: sum('requests'),
    bytes: sum('bytes'),
    loadRate: Math.max(0, ...rates),
  };
}
