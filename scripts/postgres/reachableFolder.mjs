import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../workspace/isAlive.mjs';
import { Problem } from '../workspace/Problem.mjs';

const prefix = 'dynoscope-postgres-';

/**
 * A new temporary folder that `user` owns and can reach, on the way through
 * folders that may be root's. What a killed run left is removed.
 */
export function reachableFolder(user) {
  const parent = [os.tmpdir(), '/tmp', '/var/tmp'].find(
    folder => !user || isOpenToAll(folder),
  );
  if (!parent) {
    throw new Problem(
      'PostgreSQL needs a temporary folder that every user can reach, and neither TMPDIR, /tmp nor /var/tmp is one.',
    );
  }
  removeLeftOvers(parent);
  const folder = fs.mkdtempSync(path.join(parent, `${prefix}${process.pid}-`));
  if (user) fs.chownSync(folder, user.uid, user.gid);
  return folder;
}

function isOpenToAll(folder) {
  const stats = fs.statSync(folder, { throwIfNoEntry: false });
  if (!stats || !(stats.mode & 0o001)) return false;
  const parent = path.dirname(path.resolve(folder));
  return parent === path.resolve(folder) || isOpenToAll(parent);
}

function removeLeftOvers(parent) {
  for (const name of fs.readdirSync(parent)) {
    const [, pid] = /^dynoscope-postgres-(\d+)-/.exec(name) || [];
    if (pid && !isAlive(Number(pid))) {
      try {
        fs.rmSync(path.join(parent, name), { recursive: true, force: true });
      } catch {
        // another user's
      }
    }
  }
}
