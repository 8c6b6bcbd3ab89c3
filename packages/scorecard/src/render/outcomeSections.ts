import {
  formatExactTime,
  formatInterval,
  formatNumber,
  formatValue,
} from '../format';
import { formatMargin } from '../formatMargin';
import { formatTarget } from '../formatTarget';
import type { Report } from '../reportSchema';
import type { Outcome, Status } from '../outcomeSchema';
import { worstFirst } from '../summary';
import { list, table } from './escapeMarkdown';

const labels: Record<Status, string> = {
  pass: 'Pass',
  warn: 'Warn',
  fail: 'Fail',
  inconclusive: 'Inconclusive',
  'no-data': 'No data',
  'not-applicable': 'Not applicable',
  error: 'Error',
};

function labelOf({ status, stale }: Outcome): string {
  return stale ? `${labels[status]} (stale)` : labels[status];
}

function valueOf({ value, unit, findings }: Outcome): string {
  if (value !== undefined) return formatValue(value, unit);
  return findings ? `${findings.length} findings` : '–';
}

/** What an outcome needs to be told beside its row. */
function remarkOf(outcome: Outcome): string | undefined {
  const { title, subject, reason, needs, lastAttempt } = outcome;
  const parts = [
    reason,
    needs && `Needs ${needs}.`,
    lastAttempt &&
      `The last attempt, ${formatExactTime(lastAttempt.at)}, gave ${labels[
        lastAttempt.status
      ].toLowerCase()}: ${lastAttempt.reason}`,
  ].filter(Boolean);
  if (parts.length === 0) return undefined;
  const name = subject ? `${title}, ${subject}` : title;
  return `${name}: ${parts.join(' ')}`;
}

function findingsOf({ title, findings = [] }: Outcome): string[] {
  return findings.map(finding => `${title}: ${JSON.stringify(finding)}`);
}

/** The checks that do not apply, by the reason why. */
function passedOver(outcomes: Outcome[]): string[] {
  const titles = new Map<string, string[]>();
  for (const { title, reason = '' } of outcomes) {
    titles.set(reason, [...(titles.get(reason) ?? []), title]);
  }
  return [...titles].map(
    ([reason, names]) => `Not applicable: ${names.join(', ')}. ${reason}`,
  );
}

/** All outcomes, worst first, and what must be told about them. */
export function outcomesSection(outcomes: Report['outcomes']): string {
  const applies = ({ status }: Outcome) => status !== 'not-applicable';
  const sorted = worstFirst(outcomes).filter(applies);
  const rows = sorted.map(outcome => {
    const { title, subject, interval, unit, target, targetSource } = outcome;
    return [
      labelOf(outcome),
      title,
      subject || '–',
      valueOf(outcome),
      interval ? formatInterval(interval, unit) : '–',
      target ? formatTarget(target, unit) : '–',
      formatMargin(outcome) ?? '–',
      targetSource ? `${targetSource.kind}: ${targetSource.reference}` : '–',
    ];
  });
  const head =
    'Outcome,Check,Subject,Value,Interval,Target,Margin,Target from'.split(',');
  const remarks = [
    ...sorted.map(remarkOf).filter(text => text !== undefined),
    ...passedOver(outcomes.filter(each => !applies(each))),
  ];
  const findings = sorted.flatMap(findingsOf);
  const why = sorted
    .filter(({ status }) => status === 'fail' || status === 'warn')
    .map(({ title, why: reason }) => `${title}: ${reason}`);
  return [
    '## Outcomes',
    rows.length > 0 ? table(head, rows) : 'No check applies.',
    list(remarks),
    findings.length > 0 ? `### Findings\n\n${list(findings)}` : '',
    why.length > 0 ? `### Why it matters\n\n${list(why)}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The score, and how it is made. */
export function scoreSection({ score, validity }: Report): string {
  const { measured, applicable, notApplicable, summary, scoreRange } = score;
  const lines = [
    score.score === null
      ? 'No score: no check applies.'
      : `Score ${score.score} of 100, measured ${measured} of ${applicable}, ${notApplicable} more not applicable.`,
    `${score.earned} earned, ${score.unproven} unproven, ${score.lost} lost. Pass earns a point, warn half of one; what is unproven earns nothing, so missing evidence never raises a score.`,
  ];
  if (scoreRange && scoreRange[0] !== scoreRange[1]) {
    lines.push(
      `If all that is unproven passed, the score would be ${formatNumber(
        scoreRange[1],
      )}.`,
    );
  }
  if (validity) {
    const reasons = validity.reasons.map(({ message }) => message).join(' ');
    lines.push(`Validity: ${validity.verdict}. ${reasons}`);
  }
  return [
    '## Summary',
    list([`${summary.title}. ${summary.text}`]),
    list(lines),
  ].join('\n\n');
}
