const mostCharacters = 500;

/** Text from reports, forms and manifests on one line of a task's log. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return line.length > mostCharacters
    ? `${line.slice(0, mostCharacters)}…`
    : line;
}
