import type { Scorecard } from '@dynoscope/scorecard';
import type { Translate } from '../translation/useTranslation';

const kinds = ['endpoint', 'database', 'gpu', 'training', 'bucket'] as const;

/** `1 endpoint and 2 databases`. */
export function subjectsText(
  subjects: Scorecard['subjects'],
  t: Translate,
): string {
  const known = kinds.map(kind => ({
    kind,
    count: subjects.filter(subject => subject.kind === kind).length,
  }));
  const others =
    subjects.length - known.reduce((sum, { count }) => sum + count, 0);
  return joinWords(
    [...known, { kind: 'other' as const, count: others }]
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => t(`subjectKind.${kind}`, { count })),
    t,
  );
}

/** `a, b and c`. */
export function joinWords(words: readonly string[], t: Translate): string {
  if (words.length < 2) {
    return words.join('');
  }
  const most = words.slice(0, -1).join(', ');
  return t('list.and', { most, last: words[words.length - 1] });
}
