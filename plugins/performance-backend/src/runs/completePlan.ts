import { randomUUID } from 'node:crypto';
import type { Plan } from '@dynoscope/scorecard';

/** How long a plan that was shown may be run. */
const validMilliseconds = 10 * 60 * 1000;

/** Gives a draft its id and its end. */
export function completePlan(
  draft: Omit<Plan, 'id' | 'expiresAt'>,
  now: Date,
): Plan {
  const { entityRef, environment, probes, confirm, refusals } = draft;
  return {
    id: randomUUID(),
    entityRef,
    environment,
    probes,
    confirm,
    refusals,
    expiresAt: new Date(now.getTime() + validMilliseconds).toISOString(),
  };
}
