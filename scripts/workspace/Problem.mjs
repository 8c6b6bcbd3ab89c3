/**
 * Something the user can mend: printed as one line, without a stack.
 * The message says what is wrong and what to do.
 */
export class Problem extends Error {
  constructor(message, { exitCode = 1 } = {}) {
    super(message);
    this.name = 'Problem';
    this.exitCode = exitCode;
  }
}
