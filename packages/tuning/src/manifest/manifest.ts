/**
 * A file of manifests.
 *
 * @public
 */
export interface SourceFile {
  file: string;
  content: string;
}

/**
 * A place in a file. Lines and columns start at 1; the end is the first place behind it.
 *
 * @public
 */
export interface Position {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/**
 * One step of a JSON patch (RFC 6902).
 *
 * @public
 */
export interface Operation {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: unknown;
}

/**
 * One Kubernetes object and where it stands.
 *
 * @public
 */
export interface Manifest {
  file: string;
  /** Position of its document in the file, from 0. */
  document: number;
  /** Position in `items`, for an object inside a List. */
  item?: number;
  apiVersion: string;
  kind: string;
  name?: string;
  namespace?: string;
  /** The object as plain data. */
  object: unknown;
  /** Where a JSON pointer leads; for what does not exist, the nearest thing around it. */
  position(pointer: string): Position;
  /**
   * Whether a patch can be made in the text and touches nothing else: not what comes from an alias or a merge key, nor
   * what an alias repeats.
   */
  isEditable(patch: readonly Operation[]): boolean;
}

/**
 * All objects of some files.
 *
 * @public
 */
export interface ManifestSet {
  manifests: readonly Manifest[];
  /** How many files were read. */
  files: number;
  /** How many YAML documents they hold, empty ones left out. */
  documents: number;
}
