import { builtinModules } from 'node:module';
import { SyntaxKind } from './readSource.mjs';

const pure = ['packages/statistics', 'packages/scorecard', 'packages/tuning'];
const isPure = source => pure.includes(source.package) && !source.isTest;

/** Calls that read the clock or throw dice, as they are written. */
const impureCalls =
  /^(globalThis\.)?(Date\.now|Date|Math\.random|performance\.now|crypto\.(randomUUID|getRandomValues)|setTimeout|setInterval|setImmediate|queueMicrotask|fetch)$/;

/** Rules that keep the pure packages pure: a law of the design. */
export const purityRules = [
  {
    id: 'no-node-builtin',
    check: source =>
      source.imports
        .filter(
          ({ specifier }) =>
            isPure(source) &&
            (specifier.startsWith('node:') ||
              builtinModules.includes(specifier)),
        )
        .map(({ specifier, line }) => ({
          line,
          message: `${source.package} is pure: no ${specifier}`,
        })),
    plant: {
      path: 'packages/statistics/src/planted.ts',
      text: "import { readFileSync } from 'fs';\nexport const planted = readFileSync;\n",
    },
  },
  {
    id: 'no-clock-no-dice',
    check: source =>
      source.nodes
        .filter(node => isPure(source) && isImpure(node))
        .map(node => ({
          line: source.lineOf(node),
          message: `${
            source.package
          } is pure: time, randomness and environment are parameters, not ${node
            .getText()
            .slice(0, 40)}`,
        })),
    plant: {
      path: 'packages/scorecard/src/planted.ts',
      text: 'export const planted = () => new Date();\n',
    },
    morePlants: [
      'Date.now()',
      'Math.random()',
      'performance.now()',
      'crypto.randomUUID()',
      'process.env.HOME',
      'setTimeout(() => {}, 1)',
    ].map(expression => ({
      path: 'packages/statistics/src/planted.ts',
      text: `export const planted = () => ${expression};\n`,
    })),
  },
];

function isImpure(node) {
  switch (node.kind) {
    case SyntaxKind.NewExpression:
      return node.expression.getText() === 'Date' && !node.arguments?.length;
    case SyntaxKind.CallExpression:
      return impureCalls.test(node.expression.getText());
    case SyntaxKind.PropertyAccessExpression:
      return node.expression.getText() === 'process';
    default:
      return false;
  }
}
