import type { Entity } from '@backstage/catalog-model';
import { parseTarget, type Target } from '@dynoscope/scorecard';
import { nearest } from '../config/nearest';

const prefix = 'dynoscope.dev/target.';

/** Targets that the annotations of an entity set, by check id. What cannot be read is reported and left out. */
export function annotationTargets(
  entity: Entity,
  options: { checkIds: readonly string[]; problem(message: string): void },
): Record<string, Target> {
  const { checkIds, problem } = options;
  const targets: Record<string, Target> = {};
  for (const [key, value] of Object.entries(
    entity.metadata.annotations ?? {},
  )) {
    if (!key.startsWith(prefix)) continue;
    const checkId = key.slice(prefix.length);
    if (!checkIds.includes(checkId)) {
      const guess = nearest(checkId, checkIds);
      problem(
        `The annotation ${key} sets a target for a check that does not exist${
          guess === undefined ? '' : `; did you mean ${prefix}${guess}?`
        }`,
      );
      continue;
    }
    try {
      targets[checkId] = parseTarget(value);
    } catch (error) {
      problem(`The annotation ${key}: ${(error as Error).message}`);
    }
  }
  return targets;
}
