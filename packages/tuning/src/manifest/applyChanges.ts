import type { Change } from '@dynoscope/scorecard';
import { applyPatch } from './applyPatch';
import { findManifest } from './findManifest';
import { pointerOf } from './pointer';
import { setOperation } from './setOperation';

const mostChanges = 50;

/**
 * The text with changed values of one object, an InferenceService unless `kind` says otherwise; comments, order and style
 * stay. A change without a value takes the field out; mappings above a new field are made. Throws for broken YAML, when
 * there is not exactly one such object, and for a place that cannot be changed alone.
 *
 * @public
 */
export function applyChanges(options: {
  content: string;
  file?: string;
  name?: string;
  kind?: string;
  changes: readonly Pick<Change, 'path' | 'value'>[];
}): string {
  const {
    file = 'manifest.yaml',
    name,
    kind = 'InferenceService',
    changes,
  } = options;
  if (changes.length > mostChanges) {
    throw new Error(`At most ${mostChanges} changes are made at once`);
  }
  let { content } = options;
  // One after the other: the first may make the mapping that the second writes into.
  for (const { path, value } of changes) {
    const { object, document, item } = findManifest({
      source: { file, content },
      kind,
      name,
    });
    const operation = setOperation(object, path, value);
    const base = item === undefined ? '' : pointerOf('items', item);
    content = applyPatch({ file, content }, [
      { ...operation, path: base + operation.path, document },
    ]);
  }
  return content;
}
