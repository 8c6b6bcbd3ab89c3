import { responseOf } from '../api/responseOf';

/** What went wrong in the backend's own words, which name the field; else that it was not reached. */
export function problemText(error: Error): string {
  return responseOf(error).message ?? error.message;
}
