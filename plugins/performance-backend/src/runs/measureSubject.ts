import { randomUUID } from 'node:crypto';
import type {
  Probe,
  ProbeContext,
  Subject,
} from '@dynoscope/backstage-plugin-performance-node';
import {
  measurementSchema,
  type Evidence,
  type Fingerprint,
  type Measurement,
  type ProbePlan,
  type Validity,
} from '@dynoscope/scorecard';
import { performanceError } from '../performanceError';

/** What a probe brought from one subject. */
export interface Findings {
  measurements: Measurement[];
  evidence: (Omit<Evidence, 'href'> & { raw?: unknown })[];
  notes: string[];
  commands: string[];
  fingerprint: Partial<Fingerprint>;
  validity?: Validity;
}

/**
 * Lets a probe measure one subject, for the seconds of its plan and a little to settle. A probe that does not come back
 * is left behind, and nothing that it does later counts. Throws the reason of the signal, or what the probe threw.
 */
export async function measureSubject(options: {
  runId: string;
  probe: Probe;
  subject: Subject;
  plan: ProbePlan;
  signal: AbortSignal;
  resolve: ProbeContext['resolve'];
  previous: ProbeContext['previous'];
  onProgress(update: Parameters<ProbeContext['progress']>[0]): void;
  /** How long after its last second, or after an abort, it may take to come back. Default 5 s. */
  settleMilliseconds?: number;
}): Promise<Findings> {
  const { runId, probe, subject, plan, resolve, previous, onProgress } =
    options;
  const { settleMilliseconds = 5000 } = options;
  const findings: Findings = {
    measurements: [],
    evidence: [],
    notes: [],
    commands: [],
    fingerprint: {},
  };
  const milliseconds = plan.max.seconds * 1000;
  const limit = new AbortController();
  const timer = setTimeout(
    () =>
      limit.abort(
        performanceError(
          'budget-exceeded',
          `The probe did not end within the ${plan.max.seconds} s of its plan`,
        ),
      ),
    milliseconds + settleMilliseconds,
  );
  const signal = AbortSignal.any([options.signal, limit.signal]);
  let open = true;
  const whileOpen =
    <T extends unknown[]>(take: (...values: T) => void) =>
    (...values: T) => {
      if (open) take(...values);
    };
  const context: ProbeContext = {
    runId,
    plan,
    signal,
    deadline: Date.now() + milliseconds,
    resolve: async url => {
      signal.throwIfAborted();
      return resolve(url);
    },
    previous,
    progress: whileOpen(onProgress),
    evidence: item => {
      const id = randomUUID();
      if (open) findings.evidence.push({ ...item, id });
      return id;
    },
    note: whileOpen(text => findings.notes.push(text)),
    fingerprint: whileOpen(facts => Object.assign(findings.fingerprint, facts)),
    validity: whileOpen(validity => {
      findings.validity = validity;
    }),
    command: whileOpen(command => findings.commands.push(command)),
  };
  const measured = (async () => probe.measure(subject, context))();
  try {
    const measurements = await Promise.race([
      measured,
      leftBehind(signal, settleMilliseconds),
    ]);
    signal.throwIfAborted();
    findings.measurements = measurements.map(each =>
      check(each, probe, subject),
    );
    return findings;
  } catch (error) {
    measured.catch(() => {});
    throw signal.aborted ? signal.reason : error;
  } finally {
    open = false;
    clearTimeout(timer);
    limit.abort();
  }
}

/** Rejects when an aborted probe had its time to come back. */
function leftBehind(signal: AbortSignal, milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    const wait = () =>
      setTimeout(() => reject(signal.reason), milliseconds).unref();
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true });
  });
}

/** Only what the probe declared, about the subject it was given, is a measurement. */
function check(
  measurement: Measurement,
  probe: Probe,
  subject: Subject,
): Measurement {
  const metric = probe.metrics.find(({ id }) => id === measurement.metric);
  const valid = measurementSchema.safeParse(measurement);
  if (!metric || metric.unit !== measurement.unit) {
    throw performanceError(
      'protocol',
      `The probe ${probe.id} emitted ${measurement.metric} in ${measurement.unit}, which it does not declare`,
    );
  }
  if (!valid.success || measurement.subject !== subject.id) {
    throw performanceError(
      'protocol',
      `The probe ${probe.id} emitted ${measurement.metric} in a form that is no measurement of ${subject.id}`,
    );
  }
  return valid.data;
}
