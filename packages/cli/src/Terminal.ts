/** Where a command writes to, and how it learns that it is to end. */
export interface Terminal {
  /** The document. */
  out(text: string): void;
  /** Messages. */
  err(text: string): void;
  /** Whether a person watches the messages, so that a line may change. */
  live: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}
