import fs from 'node:fs';

/**
 * PostgreSQL refuses to run as root. The user to run it as instead, or
 * `undefined` when we are not root.
 */
export function unprivilegedUser() {
  if (process.getuid() !== 0) return undefined;
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  const [, , uid, gid] = users
    .find(line => line.startsWith('nobody:'))
    .split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
