import type { Change } from '@dynoscope/scorecard';

/** A value of a manifest and how it came about. */
export type WorkedValue = Omit<Change, 'path' | 'value'> & {
  value: number;
};

const origins: Partial<Record<NonNullable<Change['source']>, string>> = {
  guide: 'From the guide.',
  yours: 'As asked for.',
};

/** The comment above a value: its arithmetic, or where it was taken from, then what follows from it. */
export function commentOf(value: WorkedValue): string[] {
  const { arithmetic, consequence, source } = value;
  return [arithmetic ?? (source && origins[source]), consequence].filter(
    (line): line is string => line !== undefined,
  );
}
