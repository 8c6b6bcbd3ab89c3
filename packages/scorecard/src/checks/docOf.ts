/** The page of a built-in check, inside this package. */
export function docOf(id: string): string {
  return `docs/checks/${id}.md`;
}
