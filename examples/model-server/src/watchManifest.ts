import { unwatchFile, watchFile } from 'node:fs';
import { readManifest } from './Manifest';
import type { Manifest } from './Manifest';

/**
 * Reads a manifest again when its file changes, also when an editor replaces it. One that cannot be read changes
 * nothing but the log.
 *
 * @returns What ends the watching.
 */
export function watchManifest(options: {
  path: string;
  onChange(manifest: Manifest): void;
  log(line: string): void;
}): () => void {
  const { path, onChange, log } = options;
  const listener = () => {
    try {
      onChange(readManifest(path));
    } catch (error) {
      log(`${(error as Error).message}; the earlier manifest stays in force`);
    }
  };
  watchFile(path, { interval: 250, persistent: false }, listener);
  return () => unwatchFile(path, listener);
}
