import type { Plan, Run, RunError } from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import { performanceError } from '../performanceError';
import { admitRun } from './limits';
import type { DraftPlan } from './makePlan';
import type { NewRun } from './queue/addRun';
import type { RunQueue } from './queue/RunQueue';
import type { RunTarget, TargetUse } from './queue/runTargets';

/** Queues a run of a plan as it was drafted just now. Throws what forbids it. */
export async function queueDraft(
  options: Pick<NewRun, 'trigger' | 'requestedBy' | 'idempotency'> & {
    plan: Plan;
    draft: DraftPlan;
    limits: PerformanceConfig['limits'];
    queue: RunQueue;
  },
): Promise<Run> {
  const { draft, limits, queue, ...run } = options;
  refuse(draft.refusals);
  return queue.add({
    ...run,
    targets: targetsOf(draft),
    // Once more, where no other run can come between.
    admit: (uses, now) => refuse(refusalsOf(draft, limits, uses, now)),
  });
}

/** The draft with what ceilings, cool-down and budget have against it. */
export async function withRefusals(
  draft: DraftPlan,
  limits: PerformanceConfig['limits'],
  queue: RunQueue,
): Promise<DraftPlan> {
  const { uses, now } = await queue.uses(targetsOf(draft));
  return {
    ...draft,
    refusals: [...draft.refusals, ...refusalsOf(draft, limits, uses, now)],
  };
}

function refusalsOf(
  draft: DraftPlan,
  limits: PerformanceConfig['limits'],
  uses: Map<string, TargetUse[]>,
  now: Date,
): RunError[] {
  const groups = targetsOf(draft).map(({ target }) => ({
    probes: probesAt(draft, target),
    history: uses.get(target) ?? [],
  }));
  const elsewhere = draft.addresses.filter(({ keys }) => keys.length === 0);
  groups.push({ probes: elsewhere.map(({ plan }) => plan), history: [] });
  const refusals = groups.flatMap(group => admitRun({ ...group, limits, now }));
  return refusals.filter(
    ({ message }, index) =>
      refusals.findIndex(other => other.message === message) === index,
  );
}

function refuse([refusal]: RunError[]): void {
  if (refusal) throw performanceError(refusal.code, refusal.message);
}

function targetsOf(draft: DraftPlan): RunTarget[] {
  const keys = new Set(draft.addresses.flatMap(address => address.keys));
  return [...keys].map(target => ({
    target,
    requests: probesAt(draft, target).reduce(
      (sum, { max }) => sum + max.requests,
      0,
    ),
  }));
}

function probesAt(draft: DraftPlan, target: string) {
  return draft.addresses
    .filter(({ keys }) => keys.includes(target))
    .map(({ plan }) => plan);
}
