import type { ErrorKind, LoadResult } from '@dynoscope/load';
import { performanceError } from '../performanceError';
import { loadFailure } from './loadFailure';

/** Single requests before a load, at most: an address that does not answer them gets no load. */
export const trials = 2;

/** What may be better the next moment. */
const passing: readonly ErrorKind[] = ['connect', 'dns', 'reset', 'http-5xx'];

/** What the trial requests took from the plan. */
export interface TrialCost {
  requests: number;
  bytes: number;
}

/** Sends single requests until one is answered. Throws why none was, with a code. */
export async function tryEndpoint(options: {
  /** Sends one request. */
  send: () => Promise<LoadResult>;
  signal: AbortSignal;
}): Promise<TrialCost> {
  const cost = { requests: 0, bytes: 0 };
  for (;;) {
    const { requests, bytes, ...rest } = await options.send();
    options.signal.throwIfAborted();
    cost.requests += 1;
    cost.bytes += bytes.sent + bytes.received;
    if (requests.succeeded > 0) return cost;
    const kinds = Object.keys(requests.errors) as ErrorKind[];
    const mayPass = kinds.some(kind => passing.includes(kind));
    if (cost.requests === trials || !mayPass) {
      throw (
        loadFailure({ requests, ...rest }) ??
        performanceError(
          'unreachable',
          'The first request was not answered in the time of the plan.',
        )
      );
    }
  }
}
