import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';

/**
 * Writes a file of the workspace, through no link that leads out of it.
 *
 * @throws NotAllowedError where the path leads out
 */
export async function writeWorkspaceFile(
  workspacePath: string,
  path: string,
  content: string,
): Promise<void> {
  const file = resolveSafeChildPath(workspacePath, path);
  await mkdir(dirname(file), { recursive: true });
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  const handle = await open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}
