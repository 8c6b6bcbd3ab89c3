import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  Limits,
  Probe,
  Subject,
} from '@dynoscope/backstage-plugin-performance-node';
import {
  probePlanSchema,
  type Plan,
  type ProbePlan,
  type RunError,
} from '@dynoscope/scorecard';
import { isPerformanceError, performanceError } from '../performanceError';
import { addressKey, type Outbound } from '../subjects/outbound';
import type { EntityEnvironment } from './chooseEnvironment';
import type { KillSwitch } from './killSwitch';

/** A plan that nobody keeps yet, and the address that each of its probes would go to. */
export interface DraftPlan extends Omit<Plan, 'id' | 'expiresAt'> {
  production: boolean;
  addresses: { plan: ProbePlan; keys: string[] }[];
}

/** What starts nothing while the kill switch is off. */
export const switchedOff: RunError = {
  code: 'killed',
  message:
    'Measuring is switched off by the operator (performance.enabled); results stay readable',
};

/** What one probe would do to one subject, in the form that is stored and compared. */
export function planSubject(options: {
  probe: Probe;
  subject: Subject;
  limits: Limits;
}): ProbePlan {
  const { probe, subject, limits } = options;
  const plan = probePlanSchema.parse({
    title: probe.title,
    ...probe.plan(subject, limits),
  });
  return JSON.parse(JSON.stringify(plan));
}

/** Plans a run: resolves names, sends nothing. What forbids the run is in the plan, so that all of it can be shown. */
export async function makePlan(options: {
  entity: Entity;
  environment: EntityEnvironment;
  /** Ids; default is every probe that has a subject. */
  probes?: string[];
  known: readonly Probe[];
  limits: Limits;
  outbound: Outbound;
  killSwitch: KillSwitch;
}): Promise<DraftPlan> {
  const { entity, environment, probes, known, limits, outbound } = options;
  refuseUnknown(probes, known);
  const refusals: RunError[] = [];
  if (!options.killSwitch.enabled) refusals.push(switchedOff);
  const chosen = environment.subjects.filter(
    ({ probe }) => !probes || probes.includes(probe.id),
  );
  if (chosen.length === 0) {
    refusals.push({
      code: 'invalid',
      message: `There is nothing to measure for this entity in the environment ${environment.name}`,
    });
  }
  const addresses: DraftPlan['addresses'] = [];
  for (const { probe, subject } of chosen) {
    const plan = planSubject({ probe, subject, limits });
    const keys: string[] = [];
    try {
      if (subject.url !== undefined) {
        const address = await outbound.resolve(subject.url, { entity });
        keys.push(...targetKeys(address));
      }
    } catch (error) {
      if (!isPerformanceError(error)) throw error;
      refusals.push({ code: error.code, message: error.message });
    }
    addresses.push({ plan, keys });
  }
  const guarded =
    environment.production &&
    chosen.some(({ probe }) => probe.effect !== 'reads');
  return {
    entityRef: stringifyEntityRef(entity),
    environment: environment.name,
    production: environment.production,
    probes: addresses.map(({ plan }) => plan),
    addresses,
    confirm: guarded ? entity.metadata.name : null,
    refusals,
  };
}

/** What a run at an address holds: the address itself, and the name, whose next answer may be another address. */
export function targetKeys(
  address: Awaited<ReturnType<Outbound['resolve']>>,
): string[] {
  return [...new Set([addressKey(address), `${address.host}:${address.port}`])];
}

function refuseUnknown(probes: string[] | undefined, known: readonly Probe[]) {
  const ids = known.map(({ id }) => id);
  const unknown = probes?.find(id => !ids.includes(id));
  if (unknown === undefined) return;
  throw performanceError(
    'invalid',
    `Field "probes": there is no probe "${unknown}"; allowed are ${ids
      .map(id => `"${id}"`)
      .join(', ')}`,
  );
}
