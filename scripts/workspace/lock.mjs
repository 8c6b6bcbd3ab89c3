import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from './isAlive.mjs';
import { toolsFolder } from './root.mjs';

const beatMs = 2000;
const staleAfterMs = 15000;

/**
 * Runs one at a time in this repository. The lock is a file that its holder
 * touches while it lives; one whose holder is dead is taken over.
 */
export async function withLock(run, { onWait }) {
  fs.mkdirSync(toolsFolder, { recursive: true });
  const file = path.join(toolsFolder, 'setup.lock');
  for (let attempt = 0; !take(file); attempt += 1) {
    if (!releaseStale(file)) {
      if (attempt === 0) onWait();
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }
  const beat = setInterval(() => touch(file), beatMs);
  const release = () => fs.rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await run();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

function take(file) {
  try {
    const holder = JSON.stringify({ pid: process.pid, host: os.hostname() });
    fs.writeFileSync(file, holder, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Only the one that makes the claim may remove the stale lock. */
function releaseStale(file) {
  if (!isStale(file)) return false;
  const claim = `${file}.claim`;
  try {
    fs.mkdirSync(claim);
  } catch {
    if (ageMs(claim) > staleAfterMs) fs.rmSync(claim, { recursive: true });
    return false;
  }
  try {
    if (isStale(file)) fs.rmSync(file, { force: true });
    return true;
  } finally {
    fs.rmSync(claim, { recursive: true, force: true });
  }
}

function isStale(file) {
  if (ageMs(file) > staleAfterMs) return true;
  try {
    const { pid, host } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return host === os.hostname() && !isAlive(pid);
  } catch {
    return false; // gone, or being written this moment
  }
}

function ageMs(file) {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  return stats ? Date.now() - stats.mtimeMs : 0;
}

function touch(file) {
  const now = new Date();
  fs.utimes(file, now, now, () => {});
}
