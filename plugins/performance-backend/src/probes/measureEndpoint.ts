import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProbeContext } from '@dynoscope/backstage-plugin-performance-node';
import {
  parseLoadPlan,
  runLoadInProcess,
  type LoadOptions,
  type LoadPlanInput,
} from '@dynoscope/load';
import type { Measurement } from '@dynoscope/scorecard';
import { performanceError } from '../performanceError';
import type { Deployments } from '../sources/deployments';
import type { InferenceSubject } from '../subjects/inferenceSubjects';
import type { InferenceShape } from './inferenceShape';
import { measureOneUser } from './measureOneUser';
import { oneUserMeasurements } from './oneUserMeasurements';
import { readResult } from './readResult';
import { requestsOf, secretHeaders, tlsOptions } from './requestsOf';
import { trials, tryEndpoint } from './tryEndpoint';
import { watchLoad } from './watchLoad';

/** A load shorter than this says nothing, seconds. */
const leastSeconds = 1;

/** Tries an endpoint, loads it as planned, keeps the evidence, and says what it tells. */
export async function measureEndpoint(options: {
  subject: InferenceSubject;
  context: ProbeContext;
  deployments: Deployments;
  shape: InferenceShape;
  timeoutSeconds: number;
}): Promise<Measurement[]> {
  const { subject, context, shape, timeoutSeconds } = options;
  const { signal, plan } = context;
  const { url, auth, tls, model, payload } = subject.endpoint;
  const endsAt = Math.min(
    context.deadline,
    Date.now() + plan.max.seconds * 1000,
  );
  const secondsLeft = () => Math.max(0.001, (endsAt - Date.now()) / 1000);

  // before anything is sent, so that the rest needs no database
  const baseline = await context.previous?.('inference.latency', 'p99');
  const { ip } = await context.resolve(url);
  signal.throwIfAborted();
  const deadline = AbortSignal.timeout(
    Math.max(0, Math.floor(endsAt - Date.now())),
  );
  const door: LoadOptions = {
    signal: AbortSignal.any([signal, deadline]),
    address: { ip },
    secretHeaders: secretHeaders(auth),
    tls: tls && tlsOptions(tls),
  };
  context.fingerprint({
    modelUri: model?.uri,
    image: model?.image,
    revision: model?.revision,
    ...(payload && {
      payload: createHash('sha256').update(payload.text).digest('hex'),
    }),
  });
  const described = describeDeployment(options);
  const requests = requestsOf(subject, context.runId);
  const { rate, bytes } = plan.max;
  const send = (input: LoadPlanInput) => runLoadInProcess(input, door);

  context.progress({ message: 'Trying the address' });
  const trial = await tryEndpoint({
    signal,
    send: () =>
      send({
        ...requests,
        arrival: { kind: 'closed', users: 1 },
        requests: 1,
        timeoutSeconds: Math.min(timeoutSeconds, secondsLeft()),
        limits: { bytes, seconds: secondsLeft() },
      }),
  });
  // so that trial and one user together keep the rate
  await delay((trial.requests / rate) * 1000, undefined, { signal });
  const oneUser = await measureOneUser({
    requests,
    shape: shape.oneUser,
    context,
    timeoutSeconds,
    bytes: Math.max(1, bytes - trial.bytes),
    send,
  });

  const left = secondsLeft();
  const seconds = Math.min(shape.seconds, left - shape.warmupSeconds);
  if (seconds < leastSeconds) {
    throw performanceError(
      'unreachable',
      'The first answer took so long that no time was left to measure.',
    );
  }
  const loadPlan = parseLoadPlan({
    ...requests,
    arrival: { kind: 'closed', users: plan.max.connections },
    warmupSeconds: shape.warmupSeconds,
    seconds,
    timeoutSeconds,
    limits: {
      requests: plan.max.requests - trials - shape.oneUser.requests,
      rate,
      connections: plan.max.connections,
      bytes: Math.max(1, bytes - trial.bytes - oneUser.bytes),
      seconds: left,
    },
  });
  const watch = watchLoad({
    progress: context.progress,
    totalSeconds: shape.warmupSeconds + seconds,
    baselineP99: baseline?.value,
  });
  const result = await runLoadInProcess(loadPlan, {
    ...door,
    onProgress: watch.onProgress,
    shouldStop: watch.shouldStop,
  })
    .catch(error => {
      signal.throwIfAborted();
      // a process that could not end in time was killed, for the same reason
      throw watch.opened() ?? error;
    })
    .finally(watch.end);
  await described;
  return [
    ...readResult({ subject, context, result }),
    ...oneUserMeasurements({ result: oneUser.result, subject: subject.id }),
  ];
}

/** Says how the subject is deployed, or why that is not known; never fails. */
async function describeDeployment(options: {
  subject: InferenceSubject;
  context: ProbeContext;
  deployments: Deployments;
}): Promise<void> {
  const { subject, context, deployments } = options;
  const { signal } = context;
  // an abort ends the load, which says why
  const { deployment, problem } = await deployments
    .read(subject, { signal })
    .catch(() => ({ deployment: undefined, problem: undefined }));
  if (deployment) context.fingerprint({ deployment });
  if (problem) context.note(problem);
}
