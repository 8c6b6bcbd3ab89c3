import type { LoadPlanInput, TlsOptions } from '@dynoscope/load';
import type { EndpointConfig } from '../config';
import { breakerRules } from '../runs/breaker';
import type { InferenceSubject } from '../subjects/inferenceSubjects';

/** What the requests of a run have in common, load or trial. It holds no secret. */
export function requestsOf(
  subject: InferenceSubject,
  runId: string,
): Pick<
  LoadPlanInput,
  | 'schemaVersion'
  | 'url'
  | 'method'
  | 'headers'
  | 'body'
  | 'protocol'
  | 'keepAlive'
  | 'seed'
  | 'breaker'
> {
  const { url, protocol, payload } = subject.endpoint;
  const { share, leastRequests, seconds } = breakerRules.errors;
  return {
    schemaVersion: 1,
    url,
    method: payload ? 'POST' : 'GET',
    headers: {
      'x-dynoscope-run': runId,
      ...(payload && { 'content-type': payload.contentType }),
    },
    body: payload && { text: payload.text },
    protocol,
    keepAlive: true,
    seed: 1,
    breaker: {
      errorShare: share,
      minRequests: leastRequests,
      windowSeconds: seconds,
    },
  };
}

/** The header that proves who we are. It travels apart from the plan, so that it is in no report and no log. */
export function secretHeaders(
  auth: EndpointConfig['auth'],
): Record<string, string> {
  if (auth?.bearer !== undefined) {
    return { authorization: `Bearer ${auth.bearer}` };
  }
  if (auth?.basic !== undefined) {
    const { username, password } = auth.basic;
    const pair = Buffer.from(`${username}:${password}`).toString('base64');
    return { authorization: `Basic ${pair}` };
  }
  if (auth?.header !== undefined) {
    return { [auth.header.name.toLowerCase()]: auth.header.value };
  }
  return {};
}

/** Who we are and whom we trust. Without a name of its own the server is asked for by the host of its address. */
export function tlsOptions({
  serverName,
  ...material
}: NonNullable<EndpointConfig['tls']>): TlsOptions {
  return serverName === undefined
    ? material
    : { ...material, servername: serverName };
}
