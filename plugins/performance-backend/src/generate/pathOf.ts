import { relative, sep } from 'node:path';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Deployment } from '@dynoscope/scorecard';
import type { ManifestLocation } from '../config/manifest';
import { repositoryOf, type RepositoryFile } from './repositoryOf';

/**
 * Where a changed manifest goes: back to its place in the folder that is published to, or in its repository, or else to
 * a folder of the service's name.
 */
export function pathOf(options: {
  location: ManifestLocation;
  deployment: Pick<Deployment, 'name'>;
  publishFolder?: string;
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>;
}): { path: string; repository?: RepositoryFile['repository'] } {
  const { location, deployment, publishFolder, integrations } = options;
  if (location.kind === 'url') {
    const file = repositoryOf(location.url, integrations);
    if (file) return file;
  }
  if (location.kind === 'file' && publishFolder !== undefined) {
    const path = relative(publishFolder, location.path);
    const parts = path.split(sep);
    if (parts.length > 1 && parts[0] !== '..') {
      return { path: parts.join('/') };
    }
  }
  return { path: `${deployment.name}/inference-service.yaml` };
}
