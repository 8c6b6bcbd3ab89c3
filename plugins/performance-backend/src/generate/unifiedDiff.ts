import type { GenerateResponse } from '@dynoscope/scorecard';
import { createTwoFilesPatch } from 'diff';

/** Where more lines differ, the whole file is shown as replaced: to find the smallest difference takes long. */
const mostEdits = 2000;

/** The files as one unified diff, as `git apply` takes it. */
export function unifiedDiff(files: GenerateResponse['files']): string {
  return files
    .filter(({ before, content }) => before !== content)
    .map(({ path, before, content }) => {
      const from = before === undefined ? '/dev/null' : `a/${path}`;
      const names = [from, `b/${path}`] as const;
      const options = { context: 3, maxEditLength: mostEdits };
      const patch = createTwoFilesPatch(
        ...names,
        before ?? '',
        content,
        undefined,
        undefined,
        options,
      );
      return (
        patch?.replace(/^=+\n/, '') ?? replacement(names, before ?? '', content)
      );
    })
    .join('');
}

function replacement(
  [from, to]: readonly [string, string],
  before: string,
  content: string,
): string {
  const side = (text: string, mark: string) => {
    const lines = text.split('\n');
    const isWhole = lines.at(-1) === '';
    if (isWhole) lines.pop();
    const marked = lines.map(line => `${mark}${line}\n`).join('');
    return {
      count: lines.length,
      text: isWhole ? marked : `${marked}\\ No newline at end of file\n`,
    };
  };
  const removed = side(before, '-');
  const added = side(content, '+');
  return `--- ${from}\n+++ ${to}\n@@ -1,${removed.count} +1,${added.count} @@\n${removed.text}${added.text}`;
}
