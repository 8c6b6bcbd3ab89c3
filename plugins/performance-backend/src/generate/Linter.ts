import type { LintRequest, LintResponse } from '@dynoscope/scorecard';
import { performanceError } from '../performanceError';
import { asInvalid } from './asInvalid';
import { lintDocuments } from './lintDocuments';
import { lintInThread } from './lintInThread';

/** All documents of a request together, in characters. */
const most = 1_000_000;
/** Documents that are checked in passing; larger ones get a thread. */
const mostInPassing = 30_000;
/** Requests that wait for the one thread. */
const mostWaiting = 8;
const tooLarge = 413;

/** Checks documents of anybody: bounded in size, time and number, and without holding up the portal. */
export class Linter {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Throws an error with a code for documents that cannot be checked. */
  async lint(request: LintRequest): Promise<LintResponse> {
    const { documents } = request;
    const characters = documents.reduce(
      (sum, { content }) => sum + content.length,
      0,
    );
    if (characters > most) {
      throw Object.assign(
        performanceError(
          'invalid',
          `The documents have ${characters} characters together, at most ${most} are checked at once`,
        ),
        { statusCode: tooLarge },
      );
    }
    if (new Set(documents.map(({ file }) => file)).size < documents.length) {
      throw performanceError(
        'invalid',
        'Field "documents": two of them have the same file; each needs a name of its own',
      );
    }
    if (characters <= mostInPassing) {
      return asInvalid(() => lintDocuments(request));
    }
    return this.#inTurn(() => lintInThread(request));
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= mostWaiting) {
      throw performanceError(
        'busy',
        'Other documents are being checked; try again in a few seconds',
      );
    }
    this.#waiting += 1;
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }
}
