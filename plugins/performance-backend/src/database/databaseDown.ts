import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

/** Codes of a connection that cannot be made or breaks, and PostgreSQL's classes 08 (connection) and 57P (shutdown). */
const codes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|57P\w{2})$/;
const messages =
  /Timeout acquiring a connection|Connection terminated|Unable to acquire a connection/;

/** PostgreSQL's code for text that it cannot hold: a NUL character. */
const unusableText = '22021';

/** Tells callers that the database is away; what its driver says about addresses and users stays in the log. */
export function databaseDown(logger: LoggerService): ErrorRequestHandler {
  return (error, _, __, next) => {
    if (error?.code === unusableText) {
      next(new InputError('The request holds a NUL character; leave it out'));
      return;
    }
    const isDown =
      codes.test(String(error?.code)) || messages.test(String(error?.message));
    if (!isDown) {
      next(error);
      return;
    }
    logger.error('The database does not answer', error);
    next(
      new ServiceUnavailableError(
        'The database of the portal does not answer; try again in a moment',
      ),
    );
  };
}
