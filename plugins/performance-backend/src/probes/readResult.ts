import type { ProbeContext } from '@dynoscope/backstage-plugin-performance-node';
import { benchCommand, type LoadPlan, type LoadResult } from '@dynoscope/load';
import type { Measurement } from '@dynoscope/scorecard';
import { performanceError } from '../performanceError';
import { breakerError } from '../runs/breaker';
import type { InferenceSubject } from '../subjects/inferenceSubjects';
import { inferenceMeasurements } from './inferenceMeasurements';
import { loadFailure } from './loadFailure';

/** Keeps what a load left as evidence and reads the measurements from it. Throws, with a code, when it ended badly. */
export function readResult(options: {
  subject: InferenceSubject;
  context: ProbeContext;
  result: LoadResult;
}): Measurement[] {
  const { subject, context } = options;
  const result = withoutSecrets(options.result, subject.address);
  const { histogram, plan, ...shown } = result;
  const { body, headers, ...shape } = plan;
  const evidenceId = context.evidence({
    kind: 'load-result',
    title: `Load on ${subject.id}`,
    data: { ...shown, plan: shape },
    raw: result,
  });
  context.validity(result.validity);
  context.command(benchCommand(plan));
  context.signal.throwIfAborted();

  const { stopped, requests } = result;
  if (stopped?.code === 'breaker' || stopped?.code === 'breaker-open') {
    throw breakerError(stopped.message);
  }
  if (requests.succeeded === 0) {
    throw (
      loadFailure(result) ??
      performanceError('unreachable', 'No request was answered in time.')
    );
  }
  if (stopped) {
    const why =
      stopped.code === 'aborted'
        ? 'the time of the plan was over'
        : stopped.message;
    context.note(`The load ended early: ${why}.`);
  }
  for (const [kind, count] of Object.entries(requests.errors)) {
    context.note(`${count} of ${requests.sent} requests failed: ${kind}.`);
  }
  return inferenceMeasurements({
    result,
    subject: subject.id,
    evidenceIds: [evidenceId],
  });
}

/** A query may hold a key, and what is kept is read by many. */
function withoutSecrets(result: LoadResult, address: string): LoadResult {
  const plan: LoadPlan = { ...result.plan, url: address };
  return { ...result, plan };
}
