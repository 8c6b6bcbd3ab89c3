import axe from 'axe-core';

/** What axe finds in an element, in words; contrast is judged in a real browser, where there are colours. */
export async function findViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 200)}`),
  );
}
