import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The file that each service of a folder has. */
export const manifestName = 'inference-service.yaml';

const plainName = /^[A-Za-z0-9][\w.-]{0,99}$/;
const mostServices = 100;
const mostBytes = 256 * 1024;

/** The folders that hold a manifest, and what changes with its file. No symbolic link is followed. */
export function manifestsBelow(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !plainName.test(entry.name)) continue;
    const path = join(folder, entry.name, manifestName);
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (!status?.isFile() || status.size > mostBytes) continue;
    found.set(entry.name, `${status.ino} ${status.mtimeMs} ${status.size}`);
    if (found.size >= mostServices) break;
  }
  return found;
}
