import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type BackstageCredentials,
  type PermissionsRegistryService,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { performanceReportReadPermission } from '@dynoscope/backstage-plugin-performance-common';
import { EntityStore, entityStoreServiceRef } from '../entities/EntityStore';
import { performanceError } from '../performanceError';
import {
  performanceEntityResourceRef,
  type EntityCondition,
} from './performanceEntityResourceRef';

/** Decides what a caller may see and do. Everything that authorises goes through here. */
export class EntityGuard {
  private constructor(
    private readonly catalog: CatalogService,
    private readonly permissions: PermissionsService,
    private readonly registry: PermissionsRegistryService,
    private readonly entities: EntityStore,
  ) {}

  static create(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    entities: EntityStore;
  }): EntityGuard {
    const { catalog, permissions, permissionsRegistry, entities } = options;
    return new EntityGuard(catalog, permissions, permissionsRegistry, entities);
  }

  /** The entity, when the caller may read it in the catalog and read reports about it; `undefined` otherwise. */
  async find(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    const entity = await this.catalog.getEntityByRef(readRef(entityRef), {
      credentials,
    });
    if (!entity) return undefined;
    await this.entities.put([entity]);
    const [read] = await this.allowed(
      [performanceReportReadPermission],
      stringifyEntityRef(entity),
      credentials,
    );
    return read ? entity : undefined;
  }

  /** Throws as if there were no such entity when the caller may not see it. */
  async see(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.find(entityRef, credentials);
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${entityRef}, or you may not read it`,
      );
    }
    return entity;
  }

  /** Throws when a caller who sees the entity may not do this with it. */
  async demand(
    permission: ResourcePermission,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [allowed] = await this.allowed([permission], entityRef, credentials);
    if (!allowed) {
      throw new NotAllowedError(
        `You need the permission ${permission.name} for ${entityRef}`,
      );
    }
  }

  /** Whether each permission is given for an entity that was copied before; conditions are decided by the database. */
  async allowed(
    permissions: ResourcePermission[],
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return Promise.all(
      decisions.map(decision => this.decide(decision, entityRef)),
    );
  }

  private async decide(decision: PolicyDecision, entityRef: string) {
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return decision.result === AuthorizeResult.ALLOW;
    }
    const toQuery = createConditionTransformer<EntityCondition>(
      this.registry.getPermissionRuleset(performanceEntityResourceRef),
    );
    const refs = await this.entities.filter(
      [entityRef],
      toQuery(decision.conditions),
    );
    return refs.length > 0;
  }
}

/** Reads a reference in one form, so that capital letters are not another entity. */
function readRef(entityRef: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch {
    throw performanceError(
      'invalid',
      `"${entityRef}" is no entity reference; write kind:namespace/name, such as component:default/iris-classifier`,
    );
  }
}

/** What a caller may see and do. */
export const entityGuardServiceRef = createServiceRef<EntityGuard>({
  id: 'performance.guard',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        catalog: catalogServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        entities: entityStoreServiceRef,
      },
      factory: EntityGuard.create,
    }),
});
