/** Characters that steer a terminal, a bidirectional text or nothing that can be seen. */
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;
const longest = 2_000;

/**
 * A text of unknown origin as plain words inside a line, a list item or a cell of a table: nothing in it is markup, a link,
 * a mention or a line break.
 *
 * @public
 */
export function escapeMarkdown(text: string): string {
  const line = text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(invisible, match => (match === '\u202f' ? match : ''))
    .trim();
  const cut = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return (
    cut
      .replace(/&/g, '&amp;')
      .replace(/[\\`*_{}[\]<>#|~!@$^]/g, character =>
        character === '<' ? '&lt;' : `\\${character}`,
      )
      // Links and names of emoji; a time of day and the end of a phrase are none.
      .replace(/(?<!\d):(?=\S)/g, '\\:')
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/(www)\./gi, '$1\\.')
  );
}

/**
 * A text of several lines as a block of code that nothing in it can end.
 *
 * @public
 */
export function codeBlock(text: string): string {
  const safe = text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, match => match.replace(/[^\n\t\u202f]/g, ''));
  const runs = safe.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return `${fence}\n${safe}\n${fence}`;
}

/** A table whose cells are plain words. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(cells => line(cells.map(escapeMarkdown))),
  ].join('\n');
}

/** A list of plain words. */
export function list(items: string[]): string {
  return items.map(item => `- ${escapeMarkdown(item)}`).join('\n');
}
