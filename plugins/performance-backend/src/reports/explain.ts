import type {
  Fingerprint,
  Measurement,
  Outcome,
  Report,
} from '@dynoscope/scorecard';
import { explainReport } from '@dynoscope/tuning';
import type { Findings } from '../runs/measureSubject';

type Explanation = ReturnType<typeof explainReport>;

/** What a run tells of one subject. */
interface OfSubject {
  subject: string;
  fingerprint: Findings['fingerprint'];
}

const statusOrder: Outcome['status'][] = ['fail', 'warn'];

/**
 * Why checks miss and what to change, subject by subject, since each is deployed in its own way. The summary is that of
 * the subject that misses worst.
 */
export function explain(options: {
  outcomes: readonly Outcome[];
  measurements: readonly Measurement[];
  collectedBy: string;
  subjects: readonly OfSubject[];
}): Explanation {
  const { outcomes, measurements, collectedBy, subjects } = options;
  const explained = subjects.map(({ subject, fingerprint }) => {
    const own = outcomes.filter(outcome => outcome.subject === subject);
    const statuses = own.map(({ status }) => status);
    const worst = statusOrder.findIndex(status => statuses.includes(status));
    return {
      rank: worst < 0 ? statusOrder.length : worst,
      explanation: explainReport({
        outcomes: own,
        measurements: measurements.filter(each => each.subject === subject),
        fingerprint: { collectedBy, ...fingerprint },
      }),
    };
  });
  explained.sort((a, b) => a.rank - b.rank);
  const all = explained.map(({ explanation }) => explanation);
  return {
    remedies: all.flatMap(({ remedies }) => remedies),
    causes: all.flatMap(({ causes }) => causes),
    summary: all.find(({ summary }) => summary)?.summary,
  };
}

/** What was measured, of all subjects; how each is deployed stands by subject where that differs. */
export function joinFingerprints(
  collectedBy: string,
  subjects: readonly OfSubject[],
): Fingerprint {
  const digests = new Set(
    subjects.map(({ fingerprint }) => fingerprint.deployment?.digest),
  );
  const joined: Fingerprint = Object.assign(
    { collectedBy },
    ...subjects.map(({ fingerprint }) => fingerprint),
  );
  if (digests.size <= 1) return joined;
  const { deployment: _, ...rest } = joined;
  const known = subjects.flatMap(({ subject, fingerprint: { deployment } }) =>
    deployment ? [[subject, deployment] as const] : [],
  );
  return { ...rest, deployments: Object.fromEntries(known) };
}

/** The report with the finding in one sentence, where there is one. */
export function summarised(
  report: Report,
  summary: Explanation['summary'],
): Report {
  return summary ? { ...report, score: { ...report.score, summary } } : report;
}
