import type { Remedy } from '@dynoscope/scorecard';
import { remedies } from './index';

/**
 * The options of a remedy as they were used, by name: what {@link recomputeRemedy} takes back.
 *
 * @public
 */
export function remedyOptions(
  remedy: Pick<Remedy, 'id' | 'checkId' | 'changes'>,
): Record<string, string | number | boolean> {
  const proposal = remedies
    .find(({ checkId }) => checkId === remedy.checkId)
    ?.proposals.find(({ id }) => id === remedy.id);
  const entries = (proposal?.options ?? []).flatMap(({ name, path }) => {
    const value = remedy.changes.find(change => change.path === path)?.value;
    if (value === undefined) return [];
    return [[name, name === 'cpuLimit' ? Number(value) : value] as const];
  });
  return Object.fromEntries(entries);
}
