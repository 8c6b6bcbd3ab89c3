import { createConditionExports } from '@backstage/plugin-permission-node';
import { performanceEntityResourceRef } from './performanceEntityResourceRef';
import { isEntityInSystem } from './rules/isEntityInSystem';
import { isEntityKind } from './rules/isEntityKind';
import { isEntityOwner } from './rules/isEntityOwner';

/** Every rule of the resource type `performance-entity`. */
export const performanceEntityRules = {
  isEntityInSystem,
  isEntityKind,
  isEntityOwner,
};

const exported = createConditionExports({
  resourceRef: performanceEntityResourceRef,
  rules: performanceEntityRules,
});

/**
 * Conditions for a permission policy.
 *
 * @public
 */
export const performanceConditions = exported.conditions;

/**
 * Wraps conditions into the decision that a permission policy returns.
 *
 * @public
 */
export const createPerformanceConditionalDecision =
  exported.createConditionalDecision;
