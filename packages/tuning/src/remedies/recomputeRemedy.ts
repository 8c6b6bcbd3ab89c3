import type { Remedy, Report } from '@dynoscope/scorecard';
import { remedies } from './index';
import type { RemedyOption } from './Proposal';
import { readFacts } from './SubjectFacts';

/** The one subject of a check, or the one that was asked for. */
function subjectOf(report: Report, checkId: string, asked?: string): string {
  const found = report.outcomes.filter(each => each.checkId === checkId);
  const subjects = [...new Set(found.map(({ subject }) => subject))];
  if (subjects.length === 0) {
    throw new Error(`checkId: the report has no outcome of ${quoted(checkId)}`);
  }
  if (asked !== undefined && !subjects.includes(asked)) {
    throw new Error(
      `subject: the report judges ${quoted(checkId)} of ${subjects
        .map(quoted)
        .join(', ')}, not of ${quoted(asked)}`,
    );
  }
  if (asked === undefined && subjects.length > 1) {
    throw new Error(
      `subject: needed, one of ${subjects.map(quoted).join(', ')}`,
    );
  }
  return asked ?? subjects[0];
}

/** What came from outside, short and without what steers a terminal. */
function quoted(text: string): string {
  const plain = JSON.stringify(text.slice(0, 80));
  return text.length > 80 ? `${plain}…` : plain;
}

function checkNames(
  options: Readonly<Record<string, unknown>>,
  known: readonly RemedyOption[],
): void {
  const names = known.map(({ name }) => name);
  const unknown = Object.keys(options).find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `options: ${quoted(unknown)} is no option of this remedy; allowed: ${
        names.join(', ') || 'none'
      }`,
    );
  }
}

/**
 * A report's remedy for one check, with values of somebody's choice in place of the computed ones: the promise is computed
 * for them. Without options it equals the report's own.
 *
 * @throws Error that names the option, what was wrong with it and what is allowed, or the check or subject that the
 * report does not have.
 * @public
 */
export function recomputeRemedy(options: {
  report: Report;
  checkId: string;
  /** May be left out where the check has one subject. */
  subject?: string;
  options?: Readonly<Record<string, unknown>>;
}): Remedy {
  const { report, checkId, options: chosen = {} } = options;
  const found = remedies.find(each => each.checkId === checkId);
  if (!found) {
    throw new Error(
      `checkId: no remedy is known for ${quoted(
        checkId,
      )}; there is one for ${remedies.map(each => each.checkId).join(', ')}`,
    );
  }
  const facts = readFacts({
    ...report,
    subject: subjectOf(report, checkId, options.subject),
  });
  const computed = found.propose(facts);
  const proposal = found.proposals.find(({ id }) => id === computed.id);
  checkNames(chosen, proposal?.options ?? []);
  if (Object.keys(chosen).length === 0 || !proposal || !computed.expected) {
    return computed;
  }
  return found.recompute(facts, proposal, chosen) ?? computed;
}
