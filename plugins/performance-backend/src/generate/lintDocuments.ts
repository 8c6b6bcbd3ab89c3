import type { LintRequest, LintResponse } from '@dynoscope/scorecard';
import { applyFixes, lintManifests } from '@dynoscope/tuning';

/** Checks documents, and mends them where that is asked for. Throws for a version that is none. */
export function lintDocuments(request: LintRequest): LintResponse {
  const { documents, versions, fix } = request;
  const result = lintManifests({ files: documents, versions });
  if (!fix) return result;
  const { findings } = result;
  // what cannot be read cannot be mended, and does not keep the others from it
  const fixed = documents.map(document =>
    findings.some(each => each.fix && each.file === document.file)
      ? applyFixes([document], findings)[0]
      : document,
  );
  return { ...result, fixed };
}
