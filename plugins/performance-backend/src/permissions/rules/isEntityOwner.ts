import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v3';
import { performanceEntityResourceRef } from '../performanceEntityResourceRef';

const lowerCase = (values: string[]) =>
  values.map(value => value.toLowerCase());

/**
 * Allow entities that one of the claims owns.
 *
 * @public
 */
export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow entities that one of the claims owns',
  resourceRef: performanceEntityResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references of users and groups'),
  }),
  apply: (entity, { claims }) =>
    entity.owner !== null && lowerCase(claims).includes(entity.owner),
  toQuery: ({ claims }) => ({
    column: 'owner' as const,
    values: lowerCase(claims),
  }),
});
