import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v3';
import { performanceEntityResourceRef } from '../performanceEntityResourceRef';

const lowerCase = (values: string[]) =>
  values.map(value => value.toLowerCase());

/**
 * Allow entities that are part of one of the systems.
 *
 * @public
 */
export const isEntityInSystem = createPermissionRule({
  name: 'IS_ENTITY_IN_SYSTEM',
  description: 'Allow entities that are part of one of the systems',
  resourceRef: performanceEntityResourceRef,
  paramsSchema: z.object({
    systems: z.array(z.string()).describe('Entity references of systems'),
  }),
  apply: (entity, { systems }) =>
    entity.system !== null && lowerCase(systems).includes(entity.system),
  toQuery: ({ systems }) => ({
    column: 'system' as const,
    values: lowerCase(systems),
  }),
});
