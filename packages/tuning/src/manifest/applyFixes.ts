import type { Finding } from '@dynoscope/scorecard';
import { applyPatch, type DocumentOperation } from './applyPatch';
import type { SourceFile } from './manifest';
import { pointerOf } from './pointer';

/**
 * The files with the fixes of these findings, all else in them as it was: comments, order, style. To apply the same
 * findings again changes nothing. Throws a {@link ManifestError} when a fix does not suit its file.
 *
 * @public
 */
export function applyFixes(
  files: readonly SourceFile[],
  findings: readonly Finding[],
): SourceFile[] {
  return files.map(source => {
    const operations = findings.flatMap(({ file, fix }): DocumentOperation[] =>
      fix && file === source.file
        ? fix.patch.map(({ op, path, value }) => ({
            op,
            path:
              fix.item === undefined
                ? path
                : `${pointerOf('items', fix.item)}${path}`,
            value,
            document: fix.document,
          }))
        : [],
    );
    return { file: source.file, content: applyPatch(source, operations) };
  });
}
