/** Pixels that a line of text needs. */
const lineHeight = 13;

/** Moves labels that would overlap apart, keeping their order; a label without a place is left out. */
export function spread<L extends { y: number | undefined }>(
  labels: readonly L[],
): (L & { y: number })[] {
  const placed = labels
    .filter((label): label is L & { y: number } => label.y !== undefined)
    .map(label => ({ ...label }))
    .sort((a, b) => a.y - b.y);
  placed.forEach((label, index) => {
    const above = placed[index - 1];
    if (above && label.y - above.y < lineHeight) {
      label.y = above.y + lineHeight;
    }
  });
  return placed;
}
