import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { GenerateResponse } from '@dynoscope/scorecard';

/** Where a file lives in a repository that a pull request can be made in. */
export interface RepositoryFile {
  repository: NonNullable<GenerateResponse['repository']>;
  /** Path of the file from the root of the repository. */
  path: string;
}

/** Address of a file's page, by kind of host: owner, repository, branch, path. */
const pages: Record<string, RegExp> = {
  github: /^\/([^/]+)\/([^/]+)\/(?:blob|raw|tree)\/([^/]+)\/(.+)$/,
  gitlab: /^\/(.+)\/([^/]+)\/-\/(?:blob|raw|tree)\/([^/]+)\/(.+)$/,
};

/** The repository, branch and path of an address of GitHub or GitLab; `undefined` for any other. */
export function repositoryOf(
  address: string,
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>,
): RepositoryFile | undefined {
  const { host, pathname } = new URL(address);
  const kind = integrations.byUrl(address)?.type;
  const match = kind === undefined ? undefined : pages[kind]?.exec(pathname);
  if (!match) return undefined;
  const [owner, repo, branch, path] = match.slice(1).map(decode);
  if (path.split('/').some(part => part === '..')) return undefined;
  const query = new URLSearchParams({ owner, repo });
  return { repository: { repoUrl: `${host}?${query}`, branch }, path };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
