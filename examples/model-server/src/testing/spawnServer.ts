import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LoggedRequest } from '../RequestLog';

const modelServer = dirname(require.resolve('../../package.json'));

/** The folder `examples`. */
export const examples = dirname(modelServer);

/** A server in a process of its own, from the bundle, as the demo runs it. */
export interface SpawnedServer {
  url: string;
  /** What it has said on stderr so far. */
  stderr(): string;
  /** Waits until it has said so on stderr. */
  said(pattern: RegExp): Promise<void>;
  requests(since?: string): Promise<LoggedRequest[]>;
  post(path: string, body: unknown): Promise<Response>;
  kill(signal: NodeJS.Signals): void;
  exited: Promise<number | null>;
}

/** Bundles the server from the sources under test. */
export function bundleServer(): void {
  execFileSync(process.execPath, [join(modelServer, 'scripts', 'bundle.mjs')]);
}

/** Starts the bundle and waits for its first line; without one, `url` is empty and the process has exited. */
export async function spawnServer(args: string[]): Promise<SpawnedServer> {
  const child = spawn(
    process.execPath,
    [join(modelServer, 'bundle', 'model-server.mjs'), ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const exited = once(child, 'close').then(([code]) => code as number | null);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  const firstLine = once(createInterface(child.stdout), 'line');
  const line = await Promise.race([
    firstLine.then(([text]) => String(text)),
    exited.then(() => ''),
  ]);
  const url = /^model server ready: (http:\S+)$/.exec(line)?.[1] ?? '';
  return {
    url,
    stderr: () => stderr,
    said: async pattern => {
      while (!pattern.test(stderr)) {
        await once(child.stderr, 'data');
      }
    },
    requests: async since => {
      const query = since === undefined ? '' : `?since=${since}`;
      const response = await fetch(`${url}/__requests${query}`);
      return (await response.json()) as LoggedRequest[];
    },
    post: (path, body) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    kill: signal => child.kill(signal),
    exited,
  };
}
