/** A text that may come from anywhere as one short line without control characters and without its last dot. */
export function plainLine(text: string, longest = 300): string {
  const line = text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
