import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What set-up fetches and its logs; ignored by git, safe to delete. */
export const toolsFolder = path.join(root, '.tools');
