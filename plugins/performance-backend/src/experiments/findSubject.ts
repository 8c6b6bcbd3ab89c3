import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import type { Place } from '../runs/queue/RunStore';
import type { DeployedSubject } from '../sources/deployments';
import { resolveSubjects } from '../subjects/resolveSubjects';

/** A subject as the entity has it now, `undefined` when it does not have it any more. */
export async function findSubject(options: {
  place: Place;
  subject: string;
  credentials: BackstageCredentials;
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  logger: LoggerService;
}): Promise<DeployedSubject | undefined> {
  const { place, credentials, catalog, config, registry, logger } = options;
  const { entityRef, environment } = place;
  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  if (!entity || !config.environments[environment]) return undefined;
  const { subjects } = await resolveSubjects({
    entity,
    environment,
    probes: registry.probes,
    config,
    checkIds: registry.checks.map(({ id }) => id),
    logger,
  });
  return subjects.find(({ subject: { id } }) => id === options.subject)
    ?.subject;
}
