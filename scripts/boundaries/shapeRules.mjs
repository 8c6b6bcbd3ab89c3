import path from 'node:path';
import { SyntaxKind } from './readSource.mjs';

/** Backstage takes one schema file a package, with a sentence for each key. */
const longest = [
  { name: /(^|\/)router\.ts$/, lines: 120 },
  { name: /(^|\/)config\.d\.ts$/, lines: 400 },
  { name: /./, lines: 250 },
];
const mostLines = file => longest.find(({ name }) => name.test(file)).lines;
const inPackageSource = source =>
  source.package && source.path.startsWith(`${source.package}/src/`);

/** Rules about the shape of files: their size, names and exports. */
export const shapeRules = [
  {
    id: 'file-length',
    check: ({ path: file, lines }) =>
      lines > mostLines(file)
        ? [
            {
              line: lines,
              message: `${lines} lines, at most ${mostLines(file)}`,
            },
          ]
        : [],
    plant: {
      path: 'packages/load/src/planted.ts',
      text: `export const planted = [\n${'  1,\n'.repeat(249)}];\n`,
    },
    morePlants: [
      {
        path: 'plugins/performance-backend/src/router.ts',
        text: `export const planted = [\n${'  1,\n'.repeat(119)}];\n`,
      },
    ],
  },
  {
    id: 'say-what-it-is',
    check: ({ path: file }) => {
      const vague = file
        .split('/')
        .find(part =>
          /^(utils?|helpers?|common|misc|lib)$|^(utils?|helpers?|constants)\.\w+$/i.test(
            part,
          ),
        );
      return vague
        ? [{ line: 1, message: `"${vague}" says nothing: name the idea` }]
        : [];
    },
    plant: {
      path: 'packages/load/src/utils/planted.ts',
      text: 'export const planted = 1;\n',
    },
    morePlants: [
      {
        path: 'plugins/performance/src/constants.ts',
        text: 'export const planted = 1;\n',
      },
    ],
  },
  {
    id: 'class-name',
    check: source =>
      source.nodes
        .filter(
          node =>
            node.kind === SyntaxKind.ClassDeclaration &&
            /(Manager|Builder|Helper|Impl)$/.test(node.name?.text || ''),
        )
        .map(node => ({
          line: source.lineOf(node),
          message: `name ${node.name.text} after what it is`,
        })),
    plant: {
      path: 'packages/load/src/planted.ts',
      text: 'export class RunManager {}\n',
    },
  },
  {
    id: 'explicit-exports',
    check: source =>
      source.nodes
        .filter(
          node =>
            inPackageSource(source) &&
            node.kind === SyntaxKind.ExportDeclaration &&
            node.moduleSpecifier &&
            !node.exportClause,
        )
        .map(node => ({
          line: source.lineOf(node),
          message: 'export by name: `export *` hides the public surface',
        })),
    plant: {
      path: 'packages/load/src/index.ts',
      text: "export * from './plan';\n",
    },
  },
  {
    id: 'no-barrel',
    check: source => {
      const isInner =
        inPackageSource(source) &&
        /^index\.tsx?$/.test(path.posix.basename(source.path)) &&
        path.posix.dirname(source.path) !== `${source.package}/src`;
      const statements = source.nodes[0].statements;
      const onlyPasses =
        statements.length > 0 &&
        statements.every(node => node.kind === SyntaxKind.ExportDeclaration);
      return isInner && onlyPasses
        ? [{ line: 1, message: 'no barrels inside a package: import the file' }]
        : [];
    },
    plant: {
      path: 'packages/load/src/arrival/index.ts',
      text: "export { closed } from './closed';\n",
    },
  },
  {
    id: 'no-default-export',
    check: source =>
      source.nodes
        .filter(
          node =>
            inPackageSource(source) &&
            (node.kind === SyntaxKind.ExportAssignment ||
              node.modifiers?.some(
                modifier => modifier.kind === SyntaxKind.DefaultKeyword,
              )),
        )
        .map(node => ({
          line: source.lineOf(node),
          message: 'export by name; only a plugin is a default export',
        })),
    plant: {
      path: 'packages/load/src/planted.ts',
      text: 'export default function planted() {}\n',
    },
  },
];
