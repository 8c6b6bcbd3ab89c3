import type { Failure } from './errorKinds';
import type { User } from './User';

/**
 * Opens a connection for each user, so that connecting is not part of the first latencies. Returns why some could not be
 * opened; they are tried again when they are needed. An abort ends it early.
 */
export function openConnections(
  users: readonly User[],
  options: { timeoutMs: number; signal?: AbortSignal },
): Promise<Failure[]> {
  const { timeoutMs, signal } = options;
  if (signal?.aborted) return Promise.resolve([]);
  return new Promise(resolve => {
    const failures: Failure[] = [];
    const waiting = new Set(users);
    const message = `no connection within ${timeoutMs / 1000} s`;
    const timer = setTimeout(() => {
      for (const user of waiting) {
        user.connection.close();
        failures.push({ kind: 'connect', message });
      }
      finish();
    }, timeoutMs);
    function finish() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve(failures);
    }
    function settle(user: User, failure?: Failure) {
      if (failure) failures.push(failure);
      waiting.delete(user);
      if (waiting.size === 0) finish();
    }
    signal?.addEventListener('abort', finish);
    for (const user of users) {
      user.listener = {
        opened: settle,
        failed: settle,
        answered: () => {},
      };
      user.connection.connect();
    }
  });
}
