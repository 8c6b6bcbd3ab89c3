/**
 * A wrong option.
 *
 * @public
 */
export interface OptionProblem {
  /** Path of the option, such as `batcher.maxLatency`. */
  field: string;
  /** What is wrong and what is allowed; never the text that was given. */
  message: string;
}

/**
 * Options that a generator cannot use: each with its field, what is wrong and what is allowed. Its name is that of
 * Backstage's error for bad input, so that a route answers 400.
 *
 * @public
 */
export class OptionsError extends Error {
  readonly problems: readonly OptionProblem[];

  constructor(problems: readonly OptionProblem[]) {
    super(
      problems.map(({ field, message }) => `${field}: ${message}`).join('; '),
    );
    this.name = 'InputError';
    this.problems = problems;
  }
}
