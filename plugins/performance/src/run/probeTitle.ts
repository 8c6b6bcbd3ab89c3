import type { Translate } from '../translation/useTranslation';

const known = [
  'inference',
  'training',
  'gpu',
  'database',
  'storage',
  'network',
  'kubernetes',
] as const;

/** The name of a probe in words; a probe that another plugin added names itself. */
export function probeTitle(
  probe: { probe: string; title?: string },
  t: Translate,
): string {
  const category = known.find(id => id === probe.probe);
  if (category) return t(`category.${category}`);
  return probe.title ?? probe.probe;
}
