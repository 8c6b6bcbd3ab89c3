/** The command was called wrongly: exit code 2, and a message that says what is allowed. */
export class UsageError extends Error {
  override name = 'UsageError';
}
