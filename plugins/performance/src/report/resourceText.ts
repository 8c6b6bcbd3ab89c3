/** Resources of any shape on one line: `limits.cpu 2, limits.memory 4Gi`. */
export function resourceText(
  resources: Record<string, unknown>,
  path = '',
): string {
  return Object.entries(resources)
    .map(([name, value]) =>
      typeof value === 'object' && value !== null
        ? resourceText(value as Record<string, unknown>, `${path}${name}.`)
        : `${path}${name} ${String(value)}`,
    )
    .filter(Boolean)
    .join(', ');
}
