/**
 * What is wrong with a file of manifests, and where. Lines and columns start at 1.
 *
 * @public
 */
export class ManifestError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(options: {
    file: string;
    line?: number;
    column?: number;
    message: string;
  }) {
    super(options.message);
    this.name = 'ManifestError';
    this.file = options.file;
    this.line = options.line ?? 1;
    this.column = options.column ?? 1;
  }
}
