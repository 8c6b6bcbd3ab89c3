import type { Change } from '@dynoscope/scorecard';
import type { AnnotatedObject } from './renderObjects';
import { type WorkedValue, commentOf } from './workedValue';

/** One file of a generator: its object, and how its values came about. */
export interface ManifestPart extends AnnotatedObject {
  file: string;
  values: Change[];
}

/** A part whose worked values, by JSON pointer, are commented and listed. */
export function manifestPart(options: {
  file: string;
  object: Record<string, unknown>;
  header?: string[];
  notes?: Record<string, string>;
  worked?: Record<string, WorkedValue | undefined>;
}): ManifestPart {
  const { file, object, header, notes = {}, worked = {} } = options;
  const found = Object.entries(worked).flatMap(([path, value]) =>
    value ? [{ path, value }] : [],
  );
  return {
    file,
    object,
    header,
    comments: Object.fromEntries([
      ...Object.entries(notes).map(([path, note]) => [path, [note]]),
      ...found.map(({ path, value }) => [path, commentOf(value)]),
    ]),
    values: found.map(({ path, value }) => ({ path, ...value })),
  };
}
