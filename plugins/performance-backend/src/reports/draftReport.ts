import {
  assembleReport,
  evaluateChecks,
  type Outcome,
  type Report,
  type Run,
  type Validity,
} from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import type { ProbeResult } from '../runs/runProbes';
import type { ResolvedSubjects } from '../subjects/resolveSubjects';
import { explain, joinFingerprints, summarised } from './explain';
import { fitReport } from './fitReport';

/** A report, and those of its outcomes that the run tried to find out. */
export interface DraftedReport {
  report: Report;
  attempted: Outcome[];
}

/** Makes the report of a run from what its probes brought; the run itself is added when it ended. */
export function draftReport(options: {
  reportId: string;
  found: ResolvedSubjects;
  results: ProbeResult[];
  config: Pick<PerformanceConfig, 'required'>;
  registry: Registry;
}): (run: Run) => DraftedReport {
  const { reportId, found, results, config, registry } = options;
  const findings = results.flatMap(result =>
    'findings' in result ? [{ plan: result.plan, ...result.findings }] : [],
  );
  return run => {
    const createdAt = run.finishedAt ?? run.createdAt;
    const measurements = findings.flatMap(each => each.measurements);
    const { outcomes, problems } = evaluateChecks({
      checks: registry.checks,
      metrics: registry.metrics,
      attempted: results.flatMap(({ plan: { probe } }) =>
        metricsOf(probe, registry),
      ),
      subjects: subjectsOf(found),
      measurements,
      errors: errorsOf(results, registry),
      targets: found.targets,
      required: config.required,
      runId: run.id,
      reportId,
      measuredAt: createdAt,
    });
    const collectedBy = run.plan.probes.map(({ probe }) => probe).join(', ');
    const subjects = findings.map(({ plan, fingerprint }) => ({
      subject: plan.subject,
      fingerprint,
    }));
    const { remedies, causes, summary } = explain({
      outcomes,
      measurements,
      collectedBy,
      subjects,
    });
    const report = assembleReport({
      id: reportId,
      createdAt,
      run: { ...run, reportId },
      fingerprint: joinFingerprints(collectedBy, subjects),
      validity: worst(findings.flatMap(({ validity }) => validity ?? [])),
      outcomes,
      measurements,
      remedies,
      causes,
      evidence: findings.flatMap(({ evidence }) =>
        evidence.map(({ raw, ...item }) => ({
          ...item,
          href: `/api/performance/reports/${reportId}/evidence/${item.id}`,
        })),
      ),
      commands: findings.flatMap(each =>
        each.commands.map(command => ({ subject: each.plan.subject, command })),
      ),
      notes: [
        ...new Set([...problems, ...findings.flatMap(each => each.notes)]),
      ],
    });
    return {
      report: fitReport(summarised(report, summary)),
      attempted: outcomes.filter(outcome =>
        wasAttempted(outcome, results, registry),
      ),
    };
  };
}

/** The subjects as the checks want them. */
export function subjectsOf({ subjects }: ResolvedSubjects) {
  return subjects.map(({ subject: { id, kind, latencyClass } }) => ({
    id,
    kind,
    latencyClass,
  }));
}

function metricsOf(probe: string, registry: Registry): string[] {
  const found = registry.probes.find(({ id }) => id === probe);
  return found?.metrics.map(({ id }) => id) ?? [];
}

function errorsOf(results: ProbeResult[], registry: Registry) {
  return results.flatMap(result =>
    'error' in result
      ? [
          {
            subject: result.plan.subject,
            reason: result.error.message,
            probe: result.plan.probe,
            metrics: metricsOf(result.plan.probe, registry),
          },
        ]
      : [],
  );
}

function wasAttempted(
  { checkId, subject }: Outcome,
  results: ProbeResult[],
  registry: Registry,
): boolean {
  const check = registry.checks.find(({ id }) => id === checkId);
  return results.some(
    ({ plan }) =>
      plan.subject === subject &&
      check?.metrics.some(({ metric }) =>
        metricsOf(plan.probe, registry).includes(metric),
      ),
  );
}

const verdicts: Validity['verdict'][] = ['valid', 'client-limited', 'invalid'];

/** The worst verdict, with the reasons of all. */
function worst(validities: Validity[]): Validity | undefined {
  if (validities.length === 0) return undefined;
  const rank = Math.max(
    ...validities.map(({ verdict }) => verdicts.indexOf(verdict)),
  );
  return {
    verdict: verdicts[rank],
    reasons: validities.flatMap(({ reasons }) => reasons),
  };
}
