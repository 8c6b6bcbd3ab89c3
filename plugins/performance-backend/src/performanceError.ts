import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { errorCodes, type ErrorCode } from '@dynoscope/scorecard';

/** A Backstage error, so that the right status is sent, with the code that callers tell causes apart by. */
export type PerformanceError = Error & { code: ErrorCode; runId?: string };

const errorOf: Record<ErrorCode, new (message: string) => Error> = {
  'address-not-allowed': NotAllowedError,
  'redirect-refused': NotAllowedError,
  'budget-exceeded': ConflictError,
  'production-not-confirmed': InputError,
  blackout: ConflictError,
  busy: ConflictError,
  killed: ServiceUnavailableError,
  'breaker-open': ServiceUnavailableError,
  unreachable: ServiceUnavailableError,
  unauthorized: ServiceUnavailableError,
  protocol: ServiceUnavailableError,
  invalid: InputError,
};

/** Makes the error of a code of the HTTP interface. It has no cause: what is thrown to callers is sent whole. */
export function performanceError(
  code: ErrorCode,
  message: string,
  options: { runId?: string } = {},
): PerformanceError {
  return Object.assign(new errorOf[code](message), { code, ...options });
}

/** Whether an error, from wherever, carries a code of the HTTP interface. */
export function isPerformanceError(error: unknown): error is PerformanceError {
  return (
    error instanceof Error &&
    errorCodes.includes((error as Partial<PerformanceError>).code as ErrorCode)
  );
}
