import type { Fingerprint, Report } from './reportSchema';
import { scoreOutcomes } from './score';
import type { Plan } from './planSchema';
import type { Run } from './runSchema';

/**
 * Puts a report together: complete in itself, with the score of the outcomes of this run. Pure; the parts are taken as they
 * are and the report is never changed afterwards.
 *
 * @public
 */
export function assembleReport(options: {
  id: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  run: Run;
  /** By default that of the run. */
  plan?: Plan;
  fingerprint?: Fingerprint;
  outcomes: Report['outcomes'];
  measurements: Report['measurements'];
  validity?: Report['validity'];
  remedies?: Report['remedies'];
  causes?: Report['causes'];
  evidence?: Report['evidence'];
  commands?: Report['commands'];
  notes?: Report['notes'];
}): Report {
  const { id, createdAt, run, outcomes, measurements, validity } = options;
  const { remedies = [], causes = [] } = options;
  const { plan, progress: _, ...summary } = run;
  return {
    schemaVersion: 1,
    id,
    entityRef: run.entityRef,
    environment: run.environment,
    createdAt,
    run: summary,
    plan: options.plan ?? plan,
    fingerprint: options.fingerprint ?? { collectedBy: 'none' },
    score: scoreOutcomes(outcomes, { remedies, causes }),
    ...(validity && { validity }),
    outcomes,
    measurements,
    remedies,
    causes,
    evidence: options.evidence ?? [],
    commands: options.commands ?? [],
    notes: options.notes ?? [],
  };
}
