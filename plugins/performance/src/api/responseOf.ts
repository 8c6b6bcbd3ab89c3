import type { ResponseError } from '@backstage/errors';

/** What a backend said when it refused: its HTTP status, the id of the request in its log, and the code of the API. */
export interface Refusal {
  status?: number;
  requestId?: string;
  code?: string;
  /** What the backend said, for people. */
  message?: string;
  /** The run that is in the way. */
  runId?: string;
}

/** Reads the refusal out of an error; empty for an error that is no answer, such as a broken connection. */
export function responseOf(error: Error): Refusal {
  const { response, body } = error as Partial<ResponseError>;
  if (!response || !body) {
    return {};
  }
  const { code, runId, message } = body.error as Record<string, unknown>;
  return {
    status: response.status,
    requestId: response.headers?.get('x-request-id') ?? undefined,
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : undefined,
    runId: typeof runId === 'string' ? runId : undefined,
  };
}

/** Whether the reader may not see what was asked for; the backend answers 404 so that nothing is given away. */
export function isHidden(error: Error): boolean {
  const { status } = responseOf(error);
  return status === 403 || status === 404;
}
