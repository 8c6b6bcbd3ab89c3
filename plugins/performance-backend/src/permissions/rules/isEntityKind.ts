import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v3';
import { performanceEntityResourceRef } from '../performanceEntityResourceRef';

const lowerCase = (values: string[]) =>
  values.map(value => value.toLowerCase());

/**
 * Allow entities of one of the kinds.
 *
 * @public
 */
export const isEntityKind = createPermissionRule({
  name: 'IS_ENTITY_KIND',
  description: 'Allow entities of one of the kinds',
  resourceRef: performanceEntityResourceRef,
  paramsSchema: z.object({
    kinds: z.array(z.string()).describe('Kinds, in any case'),
  }),
  apply: (entity, { kinds }) => lowerCase(kinds).includes(entity.kind),
  toQuery: ({ kinds }) => ({
    column: 'kind' as const,
    values: lowerCase(kinds),
  }),
});
