import { randomUUID } from 'node:crypto';
import {
  type Experiment,
  type ExperimentRequest,
  type Remedy,
  type Report,
} from '@dynoscope/scorecard';
import { performanceError } from '../performanceError';
import { measuredIn } from './measuredIn';

/** What is said until the first look at an experiment that may be measured. */
export const soon = 'The measurement begins in a few seconds.';

/** Makes the record of a remedy as a report promises it. Throws when there is nothing that could be measured again. */
export function draftExperiment(options: {
  report: Report;
  request: ExperimentRequest;
  remedy: Remedy;
  undo: Experiment['undo'];
  production: boolean;
  createdBy: string;
  now: Date;
}): Experiment {
  const { report, request, remedy, production, now } = options;
  const { checkId, change } = request;
  if (!remedy.expected) {
    throw wrong(
      'checkId',
      remedy.cannot ?? `The remedy for ${checkId} promises nothing.`,
    );
  }
  if (report.validity?.verdict === 'invalid') {
    throw wrong(
      'reportId',
      'The run of this report is not valid, so nothing can be held against it. Measure again first.',
    );
  }
  const before = measuredIn(report, remedy.subject, remedy.expected);
  if (before.value === undefined) {
    throw wrong(
      'reportId',
      `The report did not measure ${remedy.expected.metric} (${remedy.expected.statistic}) of ${remedy.subject}.`,
    );
  }
  const createdAt = now.toISOString();
  const applied = change.kind !== 'pull-request';
  return {
    id: randomUUID(),
    entityRef: report.entityRef,
    environment: report.environment,
    subject: remedy.subject,
    checkId,
    remedy: remedy.id,
    title: remedy.title,
    arithmetic: remedy.arithmetic,
    changes: remedy.changes,
    expected: remedy.expected,
    baseReportId: report.id,
    change,
    state: applied ? 'applied' : 'proposed',
    before,
    order: ['before', 'after'],
    reasons: [],
    waiting: waitingFor(applied, production),
    undo: options.undo,
    createdBy: options.createdBy,
    createdAt,
    ...(applied && { appliedAt: createdAt }),
  };
}

function waitingFor(applied: boolean, production: boolean): string {
  if (!applied) {
    return 'It is measured once the change is in force: merge it, then choose Measure again.';
  }
  return production
    ? 'This is production: it is measured only when somebody chooses Measure again and types the name of the entity.'
    : soon;
}

function wrong(field: string, message: string): Error {
  return performanceError(
    'invalid',
    `Field "${field}" of the body: ${message}`,
  );
}
