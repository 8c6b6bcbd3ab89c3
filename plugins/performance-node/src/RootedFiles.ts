import { randomUUID } from 'node:crypto';
import {
  lstat,
  mkdir,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { readBounded } from './readBounded';

/** Files below one root, by the segments of their paths. Follows no symbolic link. */
export class RootedFiles {
  private constructor(readonly root: string) {}

  /** Makes the root where it is missing, unless nothing may be written. */
  static async open(
    root: string,
    options: { preview?: boolean } = {},
  ): Promise<RootedFiles> {
    const folder = resolve(root);
    if (!options.preview) await mkdir(folder, { recursive: true });
    const real = await realpath(folder).catch(ignore('ENOENT'));
    return new RootedFiles(real ?? folder);
  }

  /** The bytes of a file; undefined where there is none. */
  async read(
    segments: string[],
    maxBytes: number,
  ): Promise<Buffer | undefined> {
    const name = segments.join('/');
    return (await this.hasFolder(segments.slice(0, -1)))
      ? readBounded(this.at(segments), { name, maxBytes })
      : undefined;
  }

  /** Writes a file of a new name and answers its segments; whoever asked moves or removes it. */
  async writeNew(folder: string[], bytes: Buffer): Promise<string[]> {
    await this.makeFolder(folder);
    const file = [...folder, randomUUID()];
    await writeFile(this.at(file), bytes, { flag: 'wx' });
    return file;
  }

  /** Replaces what stands at `to`, if anything, in one step. */
  async move(from: string[], to: string[]): Promise<void> {
    await this.makeFolder(to.slice(0, -1));
    await rename(this.at(from), this.at(to));
  }

  /** Takes a file away, and the folders that are empty then. */
  async remove(segments: string[]): Promise<void> {
    await rm(this.at(segments), { force: true });
    for (let depth = segments.length - 1; depth > 0; depth -= 1) {
      const folder = this.at(segments.slice(0, depth));
      await rmdir(folder).catch(ignore('ENOTEMPTY', 'EEXIST', 'ENOENT'));
    }
  }

  private async makeFolder(segments: string[]): Promise<void> {
    for (let depth = 1; depth <= segments.length; depth += 1) {
      const part = segments.slice(0, depth);
      await mkdir(this.at(part)).catch(ignore('EEXIST'));
      await this.hasFolder(part);
    }
  }

  /** Every part must be a folder of its own, not a link to one. */
  private async hasFolder(segments: string[]): Promise<boolean> {
    for (let depth = 1; depth <= segments.length; depth += 1) {
      const part = segments.slice(0, depth);
      const status = await lstat(this.at(part)).catch(ignore('ENOENT'));
      if (!status) return false;
      if (!status.isDirectory()) {
        throw new InputError(
          `${part.join('/')}: is no folder, and no link is followed`,
        );
      }
    }
    return true;
  }

  private at(segments: string[]): string {
    return join(this.root, ...segments);
  }
}

function ignore(...codes: string[]) {
  return (error: NodeJS.ErrnoException): undefined => {
    if (codes.includes(error.code ?? '')) return undefined;
    throw error;
  };
}
