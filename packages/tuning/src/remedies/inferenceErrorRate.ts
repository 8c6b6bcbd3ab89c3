import { checkRemedy } from './CheckRemedy';
import { isQueueing } from './queueing';
import type { SubjectFacts } from './SubjectFacts';
import { number } from './words';

/** What to do about each kind of failure, in one sentence; the kinds are those of the load engine. */
const sentences: Record<string, { title: string; cannot: string }> = {
  connect: {
    title: 'Let connections in',
    cannot:
      'Connections are refused: see whether the pods are ready and whether their server accepts as many connections as there are users.',
  },
  tls: {
    title: 'Mend the certificate',
    cannot:
      'The handshake fails: compare the certificate and its name with tls of the endpoint in the configuration.',
  },
  dns: {
    title: 'Mend the name',
    cannot:
      'The name of the service cannot be resolved every time: look at the cluster’s DNS.',
  },
  reset: {
    title: 'Find what closes connections',
    cannot:
      'Connections are closed in the middle: look for restarts and out-of-memory kills of the pods.',
  },
  'http-4xx': {
    title: 'Mend the request',
    cannot:
      'The service refuses the request itself: send the payload of the endpoint by hand and read the answer.',
  },
  'http-5xx': {
    title: 'Read the server’s log',
    cannot: 'The model server fails by itself: its log says why.',
  },
  'body-invalid': {
    title: 'Read what the answers say',
    cannot:
      'Answers with HTTP 200 hold no predictions: send the payload by hand and read the field message of the answer.',
  },
  'too-large': {
    title: 'Let answers be larger',
    cannot:
      'Answers are larger than the probe reads: measure with a smaller payload.',
  },
  redirect: {
    title: 'Name the last address',
    cannot:
      'The address redirects, which a load never follows: name the address that it leads to.',
  },
  protocol: {
    title: 'Name the right port',
    cannot:
      'Answers are no HTTP/1: see whether the port speaks another protocol.',
  },
};

/** A failed batch fails for everyone whose request is in it. */
const wholeBatches =
  ' The batcher fails a whole batch for one bad row: measure without it to see how many requests are bad by themselves.';

function worstKind({ errors }: SubjectFacts): [string, number] | undefined {
  return Object.entries(errors?.kinds ?? {}).sort((a, b) => b[1] - a[1])[0];
}

function otherwise(facts: SubjectFacts): { title: string; cannot: string } {
  const worst = worstKind(facts);
  if (!worst) {
    return {
      title: 'Find out how requests fail',
      cannot:
        'The report does not tell by kind how requests failed: run the inference probe of this version of Dynoscope again.',
    };
  }
  const [kind, many] = worst;
  const share = `${number(many)} of ${number(
    facts.errors!.failed,
  )} failed requests: `;
  if (kind === 'timeout') {
    return {
      title: 'Find what is not answered in time',
      cannot: `${share}no answer came in time. ${
        isQueueing(facts)
          ? 'Requests queue; mend what P50 latency says first.'
          : 'The answers that came did not queue: look for pods that hang, and restart them.'
      }`,
    };
  }
  const { title, cannot } = sentences[kind] ?? {
    title: 'Find out how requests fail',
    cannot:
      'This kind of failure is not known here: read the notes of the report.',
  };
  const batched = kind === 'body-invalid' && facts.deployment?.batcher;
  return { title, cannot: share + cannot + (batched ? wholeBatches : '') };
}

export const inferenceErrorRate = checkRemedy({
  checkId: 'inference-error-rate',
  judges: { metric: 'inference.error_rate', statistic: 'upper95' },
  proposals: [],
  otherwise,
});
