import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Screenshots and what else a run leaves behind; not committed. */
export const results = join(root, 'e2e', 'results');
