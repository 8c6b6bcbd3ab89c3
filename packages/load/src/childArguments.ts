/** The loader that the Backstage CLI runs TypeScript sources with. Installed where there are sources, and only there. */
const loader = '@backstage/cli/config/nodeTransform.cjs';

/** Options of Node that make it run a text and not a module; the text follows. A child with them would fork without end. */
const evaluating = ['-e', '--eval', '-p', '-pe', '--print'];

/**
 * The Node options with which a child of this process can load a module: those of this process, and for TypeScript the
 * loader, where this process does not have it (as in a test runner, which has one of its own).
 */
export function childArguments(
  modulePath: string,
  own: readonly string[] = process.execArgv,
): string[] {
  const kept = own.filter(
    (argument, index) =>
      !argument.startsWith('--inspect') &&
      !evaluating.includes(argument) &&
      !evaluating.includes(own[index - 1]),
  );
  if (!modulePath.endsWith('.ts') || kept.some(isLoader)) return kept;
  return [...kept, '--require', require.resolve(loader)];
}

function isLoader(argument: string): boolean {
  return argument.includes('nodeTransform');
}
