import { createHash } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import type { ExperimentChange } from '@dynoscope/scorecard';
import { publishPath } from './publishPath';
import { RootedFiles } from './RootedFiles';

const mostFiles = 20;
const maxBytes = 256 * 1024;
const earlier = '.earlier';

/**
 * A file to publish.
 *
 * @public
 */
export interface PublishedFile {
  /** Relative, of plain names joined by `/`. */
  path: string;
  content: string;
}

/**
 * A folder that manifests are published to: the root is fixed, names are plain, no symbolic link is followed, each file
 * is replaced at once, and what stood there is kept below `.earlier` by its SHA-256, so that a change can be undone.
 *
 * @public
 */
export class PublishFolder {
  /** What goes on below a root: who reads what stands there and replaces it then is alone with it. */
  private static readonly turns = new Map<string, Promise<unknown>>();

  private constructor(private readonly disk: RootedFiles) {}

  /** Opens the folder, and makes it where it is missing, but not for a `preview`. A relative root starts at the working directory. */
  static async open(options: {
    root: string;
    preview?: boolean;
  }): Promise<PublishFolder> {
    return new PublishFolder(await RootedFiles.open(options.root, options));
  }

  /**
   * Writes files below a folder of the root and leaves every other file alone; with `preview` it writes nothing at all.
   *
   * @returns the change, whose paths start at the root: what an experiment records and {@link PublishFolder.undo} takes
   * @throws InputError that names the path and what is allowed; nothing is written then
   */
  async publish(
    folder: string,
    files: PublishedFile[],
    options: { preview?: boolean } = {},
  ): Promise<ExperimentChange> {
    const place = publishPath(folder, 'folder');
    if (files.length < 1 || files.length > mostFiles) {
      throw new InputError(
        `files: expected 1 to ${mostFiles} of them, got ${files.length}`,
      );
    }
    const wanted = files.map(({ path, content }) => ({
      segments: [...place, ...publishPath(path, 'path')],
      bytes: Buffer.from(content),
    }));
    const names = wanted.map(({ segments }) => segments.join('/'));
    // Some file systems tell no upper case from lower case.
    if (new Set(names.map(name => name.toLowerCase())).size < names.length) {
      throw new InputError('files: the same path stands there twice');
    }
    const large = wanted.findIndex(({ bytes }) => bytes.length > maxBytes);
    if (large >= 0) {
      throw new InputError(
        `${names[large]}: is larger than the allowed ${maxBytes} bytes`,
      );
    }
    const steps = await this.inTurn(async () => {
      const before = await Promise.all(
        wanted.map(({ segments }) => this.disk.read(segments, maxBytes)),
      );
      const planned = wanted.map(({ segments, bytes }, index) => ({
        segments,
        bytes,
        before: before[index],
      }));
      if (!options.preview) await this.replace(planned);
      return planned;
    });
    return {
      kind: 'folder',
      reference: place.join('/'),
      files: steps.map((step, index) => ({
        path: names[index],
        before: step.before && digest(step.before),
        after: digest(step.bytes),
      })),
    };
  }

  /**
   * Puts back byte for byte what stood there before a change, and takes away what was new. Undoing twice is undoing once.
   *
   * @throws ConflictError where a file has been changed since, or its earlier bytes are gone; nothing is written then
   */
  async undo(change: ExperimentChange): Promise<void> {
    const { kind, files } = change;
    if (kind !== 'folder' || !files) {
      throw new InputError('change: only one of a folder can be undone here');
    }
    await this.inTurn(() => this.putBack(files));
  }

  /** The text of a published file; undefined where there is none. */
  async read(path: string): Promise<string | undefined> {
    const bytes = await this.disk.read(publishPath(path, 'path'), maxBytes);
    return bytes?.toString('utf8');
  }

  private async putBack(
    files: NonNullable<ExperimentChange['files']>,
  ): Promise<void> {
    const steps = [];
    for (const { path, before, after } of files) {
      const segments = publishPath(path, 'path');
      const now = await this.disk.read(segments, maxBytes);
      const found = now && digest(now);
      if (found === before) continue;
      if (found !== after) {
        throw new ConflictError(
          `${path} has been changed since: undo it by hand`,
        );
      }
      const bytes = before ? await this.earlierBytes(before, path) : undefined;
      steps.push({ segments, bytes, before: now });
    }
    await this.replace(steps);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const { turns } = PublishFolder;
    const { root } = this.disk;
    const turn = (turns.get(root) ?? Promise.resolve()).then(work);
    turns.set(
      root,
      turn.catch(() => {}),
    );
    return turn;
  }

  /** Prepares everything before the first file is touched; then each is one rename. */
  private async replace(
    steps: { segments: string[]; bytes?: Buffer; before?: Buffer }[],
  ): Promise<void> {
    const prepared: string[][] = [];
    try {
      for (const { bytes, before } of steps) {
        if (before) {
          const copy = await this.disk.writeNew([earlier], before);
          await this.disk.move(copy, [earlier, digest(before)]);
        }
        prepared.push(bytes ? await this.disk.writeNew([earlier], bytes) : []);
      }
      for (const [index, { segments }] of steps.entries()) {
        const file = prepared[index];
        if (file.length > 0) await this.disk.move(file, segments);
        else await this.disk.remove(segments);
      }
    } finally {
      for (const file of prepared.filter(({ length }) => length > 0)) {
        await this.disk.remove(file);
      }
    }
  }

  private async earlierBytes(sha256: string, path: string): Promise<Buffer> {
    const kept = /^[0-9a-f]{64}$/.test(sha256)
      ? await this.disk.read([earlier, sha256], maxBytes)
      : undefined;
    if (!kept || digest(kept) !== sha256) {
      throw new ConflictError(`${path}: its earlier bytes are not kept here`);
    }
    return kept;
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
