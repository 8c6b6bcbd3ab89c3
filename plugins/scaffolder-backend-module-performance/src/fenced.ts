/** Text as a block of code in markdown, whatever fences it holds itself. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(
    2,
    ...Array.from(text.matchAll(/`+/g), ([fence]) => fence.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}\n`;
}
