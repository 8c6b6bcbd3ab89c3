import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  performanceProbesExtensionPoint,
  type Probe,
} from '@dynoscope/backstage-plugin-performance-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { performancePlugin } from '../plugin';
import { principalOf } from '../runs/principalOf';

/** An entity of the test catalog. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
  owner = 'group:default/ours',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

export interface PortalOptions {
  entities: Entity[];
  probes?: Probe[];
  performance?: JsonObject;
  database?: Knex;
  /** Lets the scheduler look for due runs at the start. */
  schedules?: boolean;
  /** What the policy says to a user; default is yes to all. */
  policy?(user: string, permission: string): PolicyDecision;
  /** Whether the catalog shows an entity to a user. */
  shows?(user: string, entityRef: string): boolean;
}

/** A backend with the plugin, a small catalog and a policy. */
export async function startPortal(options: PortalOptions) {
  const { entities, probes = [], performance = {}, database } = options;
  const { schedules = false } = options;
  const { policy = (): PolicyDecision => ({ result: AuthorizeResult.ALLOW }) } =
    options;
  const { shows = () => true } = options;
  const config = mockServices.rootConfig({
    data: {
      backend: {
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
      performance: { schedule: { initialDelay: { hours: 1 } }, ...performance },
    },
  });
  const auditor = mockServices.auditor.mock();
  const scheduler = mockServices.scheduler();
  const triggerAll = async () => {
    for (const { id } of await scheduler.getScheduledTasks()) {
      await scheduler.triggerTask(id);
    }
  };
  const signals: { channel: string; message: JsonObject }[] = [];
  const nameOf = (credentials: BackstageCredentials) =>
    principalOf(credentials).name;
  const decide = async (
    requests: { permission: { name: string } }[],
    { credentials }: { credentials: BackstageCredentials },
  ) =>
    requests.map(({ permission }) =>
      policy(nameOf(credentials), permission.name),
    );
  const catalog = catalogServiceMock({ entities });
  const find = catalog.getEntityByRef.bind(catalog);
  const visible: CatalogService['getEntityByRef'] = async (
    ref,
    { credentials },
  ) => {
    const entity = await find(ref);
    const user = nameOf(credentials);
    return entity && shows(user, stringifyEntityRef(entity))
      ? entity
      : undefined;
  };
  const backend = await startTestBackend({
    features: [
      performancePlugin,
      createBackendModule({
        pluginId: 'performance',
        moduleId: 'test-probes',
        register(env) {
          env.registerInit({
            deps: { extension: performanceProbesExtensionPoint },
            async init({ extension }) {
              extension.addProbe(...probes);
            },
          });
        },
      }),
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => config,
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: (): CatalogService =>
          Object.assign(catalog, { getEntityByRef: visible }),
      }),
      mockServices.permissions.mock({
        authorize: decide as never,
        authorizeConditional: decide as never,
      }).factory,
      mockServices.events.mock({
        publish: async ({ eventPayload }: any) => {
          signals.push(eventPayload);
        },
      }).factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: { lifecycle: coreServices.lifecycle },
        factory({ lifecycle }) {
          if (schedules) lifecycle.addStartupHook(triggerAll);
          return scheduler;
        },
      }),
      ...(database ? [mockServices.database.factory({ knex: database })] : []),
    ],
  });

  return {
    auditor,
    backend,
    config,
    signals,
    /** Lets the scheduler do a task now. */
    trigger: (task: string) => scheduler.triggerTask(task),
    /** A request of a user to a path below `/api/performance`. */
    as(user: string) {
      const api = request(backend.server);
      const token = mockCredentials.user.header(`user:default/${user}`);
      return {
        get: (path: string) =>
          api.get(`/api/performance${path}`).set('Authorization', token),
        post: (path: string, body: object = {}) =>
          api
            .post(`/api/performance${path}`)
            .set('Authorization', token)
            .send(body),
      };
    },
    stop: () => backend.stop(),
  };
}
