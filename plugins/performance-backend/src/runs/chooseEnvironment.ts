import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import { performanceError } from '../performanceError';
import {
  resolveSubjects,
  type ResolvedSubjects,
} from '../subjects/resolveSubjects';

/** An environment of the configuration, and what an entity has there. */
export interface EntityEnvironment extends ResolvedSubjects {
  name: string;
  production: boolean;
}

/** What an entity has in each environment, in the order of the configuration. */
export async function entityEnvironments(options: {
  entity: Entity;
  registry: Registry;
  config: PerformanceConfig;
  logger: LoggerService;
}): Promise<EntityEnvironment[]> {
  const { entity, registry, config, logger } = options;
  const { probes, checks } = registry;
  return Promise.all(
    Object.entries(config.environments).map(async ([name, { production }]) => ({
      name,
      production,
      ...(await resolveSubjects({
        entity,
        environment: name,
        probes,
        config,
        checkIds: checks.map(({ id }) => id),
        logger,
      })),
    })),
  );
}

/** The environment that is asked for. Without one, the first that has something to measure, production last. */
export function chooseEnvironment(
  environments: EntityEnvironment[],
  asked: string | undefined,
): EntityEnvironment {
  if (asked !== undefined) {
    const found = environments.find(({ name }) => name === asked);
    if (found) return found;
    throw performanceError(
      'invalid',
      `Field "environment": there is no environment "${asked}"; allowed are ${environments
        .map(({ name }) => `"${name}"`)
        .join(', ')}`,
    );
  }
  const measurable = environments.filter(({ subjects }) => subjects.length > 0);
  return (
    measurable.find(({ production }) => !production) ??
    measurable[0] ??
    environments[0]
  );
}
