import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../workspace/root.mjs';

const typescript = createRequire(path.join(root, 'package.json'))('typescript');
const { SyntaxKind } = typescript;

/**
 * What the rules look at in one file: its path and place, its syntax tree,
 * and what it imports, however it is written.
 *
 * @param file `{ path, text }`, the path relative to the root with slashes
 */
export function readSource({ path: file, text }) {
  const tree = typescript.createSourceFile(
    file,
    text,
    typescript.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? typescript.ScriptKind.TSX : undefined,
  );
  const lineOf = node =>
    tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
  const nodes = [];
  const visit = node => {
    nodes.push(node);
    typescript.forEachChild(node, visit);
  };
  visit(tree);
  return {
    path: file,
    package: /^(packages|plugins)\/[^/]+|^examples\/[^/]+/.exec(file)?.[0],
    isTest: /\.test\.|\/(__\w+__|testing|testUtils|dev|e2e)\/|setupTests/.test(
      file,
    ),
    lines: text.replace(/\n$/, '').split('\n').length,
    nodes,
    lineOf,
    imports: nodes.flatMap(node => importOf(node, lineOf)),
  };
}

function importOf(node, lineOf) {
  const found = (specifier, typeOnly = false) =>
    specifier && typescript.isStringLiteralLike(specifier)
      ? [{ specifier: specifier.text, typeOnly, line: lineOf(node) }]
      : [];
  switch (node.kind) {
    case SyntaxKind.ImportDeclaration:
      return found(node.moduleSpecifier, isTypeOnly(node.importClause));
    case SyntaxKind.ExportDeclaration:
      return found(node.moduleSpecifier, node.isTypeOnly);
    case SyntaxKind.ImportEqualsDeclaration:
      return found(node.moduleReference.expression, node.isTypeOnly);
    case SyntaxKind.ImportType:
      return found(node.argument.literal, true);
    case SyntaxKind.CallExpression:
      return /^(import|require|require\.resolve|jest\.(mock|requireActual))$/.test(
        node.expression.getText(),
      )
        ? found(node.arguments[0])
        : [];
    default:
      return [];
  }
}

/** `import type …`, or an import of which every name is a type. */
function isTypeOnly(clause) {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const elements = clause.namedBindings?.elements;
  return (
    !clause.name &&
    elements?.length > 0 &&
    elements.every(element => element.isTypeOnly)
  );
}

export { SyntaxKind };
