import type { ErrorKind, LoadResult } from '@dynoscope/load';
import type { ErrorCode } from '@dynoscope/scorecard';
import { performanceError, type PerformanceError } from '../performanceError';

const codes: Record<ErrorKind, ErrorCode> = {
  connect: 'unreachable',
  tls: 'unreachable',
  dns: 'unreachable',
  timeout: 'unreachable',
  reset: 'unreachable',
  'http-4xx': 'protocol',
  'http-5xx': 'protocol',
  'body-invalid': 'protocol',
  'too-large': 'protocol',
  redirect: 'redirect-refused',
  protocol: 'protocol',
};

const advice: Partial<Record<ErrorCode, string>> = {
  unreachable: 'Check that the service runs and that this portal may connect.',
  unauthorized: 'Check auth of the endpoint in the configuration.',
  'redirect-refused':
    'Redirects are not followed: configure the address that the service answers at.',
  protocol: 'Check url, protocol and payload of the endpoint.',
};

/** The kind that most requests failed with, in the engine's own words: text of the target is never in it. */
export function loadFailure(
  result: Pick<LoadResult, 'requests' | 'errorExamples'>,
): PerformanceError | undefined {
  const [kind] =
    (Object.entries(result.requests.errors) as [ErrorKind, number][])
      .sort(([, a], [, b]) => b - a)
      .map(([name]) => name) ?? [];
  if (!kind) return undefined;
  const example = result.errorExamples[kind] ?? kind;
  const refused = kind === 'http-4xx' && /\b40[13]\b/.test(example);
  const code = refused ? 'unauthorized' : codes[kind];
  return performanceError(
    code,
    `No request was answered: ${example}. ${advice[code]}`,
  );
}
