import type { Entity } from '@backstage/catalog-model';
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { testDatabases } from '../__testUtils__/databases';
import { toEntityRow } from '../entities/EntityRow';
import { EntityStore } from '../entities/EntityStore';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
  performanceEntityRules,
} from './conditionExports';
import { performanceReportReadPermission } from '@dynoscope/backstage-plugin-performance-common';

jest.setTimeout(60_000);

const { isEntityInSystem, isEntityKind, isEntityOwner } = performanceConditions;

const entities: Entity[] = [
  entity('Component', 'one', {
    ownedBy: 'group:default/A',
    partOf: 'system:default/s',
  }),
  entity('Component', 'two', {
    ownedBy: 'user:default/b',
    partOf: 'component:default/s',
  }),
  entity('Resource', 'three', { ownedBy: 'group:default/a' }),
  entity('API', 'orphan', {}),
];
const ownedByA = isEntityOwner({
  claims: ['group:default/a', 'user:default/z'],
});
const component = isEntityKind({ kinds: ['Component'] });

const cases: [PermissionCriteria<PermissionCondition>, string[]][] = [
  [ownedByA, ['one', 'three']],
  [isEntityOwner({ claims: [] }), []],
  [isEntityKind({ kinds: ['api', 'RESOURCE'] }), ['orphan', 'three']],
  [isEntityInSystem({ systems: ['System:default/S'] }), ['one']],
  [{ not: ownedByA }, ['orphan', 'two']],
  [{ not: isEntityOwner({ claims: [] }) }, ['one', 'orphan', 'three', 'two']],
  [{ allOf: [ownedByA, component] }, ['one']],
  [{ anyOf: [ownedByA, component] }, ['one', 'three', 'two']],
  [
    {
      allOf: [
        { anyOf: [component, isEntityKind({ kinds: ['API'] })] },
        { not: ownedByA },
      ],
    },
    ['orphan', 'two'],
  ],
  [{ not: { anyOf: [ownedByA, { not: component }] } }, ['two']],
];

const ruleset = {
  getRuleByName: (name: string) =>
    Object.values<any>(performanceEntityRules).find(rule => rule.name === name),
};
const databases = testDatabases();

describe.each(databases.ids)('permission conditions on %s', id => {
  it.each(cases)(
    'select the same entities in SQL as in memory: %j',
    async (conditions, names) => {
      const store = EntityStore.create({ knex: await databases.migrated(id) });
      await store.put(entities);
      const rows = entities.map(toEntityRow);
      const refs = await store.filter(
        rows.map(row => row.entity_ref),
        createConditionTransformer<any>(ruleset)(conditions),
      );
      const decision = createPerformanceConditionalDecision(
        performanceReportReadPermission,
        conditions as never,
      );
      const inMemory = rows.filter(row =>
        createConditionAuthorizer(ruleset)(decision, row),
      );
      expect(refs.map(ref => ref.split('/')[1]).sort()).toEqual(names);
      expect(inMemory.map(row => row.name).sort()).toEqual(names);
    },
  );

  it('follow the catalog when an entity changes its owner', async () => {
    const store = EntityStore.create({ knex: await databases.migrated(id) });
    await store.put([entities[0]]);
    await store.put([
      entity('Component', 'one', { ownedBy: 'group:default/new' }),
    ]);
    expect(
      await store.find(['component:default/one', 'api:default/none']),
    ).toEqual([
      expect.objectContaining({ owner: 'group:default/new', system: null }),
      undefined,
    ]);
  });
});

function entity(
  kind: string,
  name: string,
  relations: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    relations: Object.entries(relations).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}
