// Writes docs/configuration.md from config.d.ts. With --check it only says whether that file is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const source = new URL('../config.d.ts', import.meta.url);
const target = new URL('../docs/configuration.md', import.meta.url);

const file = ts.createSourceFile(
  'config.d.ts',
  readFileSync(source, 'utf8'),
  ts.ScriptTarget.Latest,
  true,
);

/** Documentation of a key in one line, and whether it is secret. */
function documentationOf(member) {
  const text = ts
    .getJSDocCommentsAndTags(member)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const secret = ts
    .getJSDocTags(member)
    .some(tag => tag.tagName.text === 'visibility' && tag.comment === 'secret');
  if (text === '') throw new Error(`${member.name?.getText()} has no sentence`);
  return secret ? `${text} **Secret.**` : text;
}

/** The members of a map of keys, of a list of such maps, or of a map by name. */
function mapOf(type) {
  if (ts.isTypeLiteralNode(type)) return { members: type.members, path: '' };
  const isList =
    ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array';
  if (isList) return { members: type.typeArguments[0].members, path: '[]' };
  return undefined;
}

function typeText(type) {
  return type
    .getText()
    .replace(/\{ \[unit: string\]: number \}/g, 'duration')
    .replace(/\{ \[key: string\]: any \}/g, 'map')
    .replace(/any\[\]/g, 'list')
    .replace(/\s*\|\s*/g, ' or ');
}

function kindOf(type, nested) {
  if (!nested) return typeText(type);
  return nested.path === '[]' ? 'list of maps' : 'map';
}

function* rowsOf(members, path) {
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) {
      const name = member.parameters[0].name.getText();
      yield* rowsOf(mapOf(member.type).members, `${path}.<${name}>`);
      continue;
    }
    const key = `${path}.${member.name.getText()}`;
    const nested = mapOf(member.type);
    const kind = kindOf(member.type, nested);
    yield {
      key: key.slice(1),
      kind: member.questionToken ? kind : `${kind}, required`,
      text: documentationOf(member),
    };
    if (nested) yield* rowsOf(nested.members, `${key}${nested.path}`);
  }
}

const config = file.statements.find(
  statement =>
    ts.isInterfaceDeclaration(statement) && statement.name.text === 'Config',
);
const rows = [...rowsOf(config.members, '')];
const cell = text => text.replaceAll('|', '\\|');
const page = `<!-- prettier-ignore-start -->
<!-- Made from config.d.ts by scripts/configReference.mjs: change that file and run it again. -->

# Configuration

Every key of \`performance\` in \`app-config.yaml\`. An unknown key, a wrong value or a name that is not there stops the
backend at start with a message that names the key. A duration is a map such as \`{ minutes: 15 }\` or text such as \`15m\`
or \`PT15M\`. Numbers and booleans may come from environment substitution.

| key | value | what it does |
| --- | --- | --- |
${rows
  .map(
    ({ key, kind, text }) => `| \`${key}\` | ${cell(kind)} | ${cell(text)} |`,
  )
  .join('\n')}

<!-- prettier-ignore-end -->
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== page) {
    console.error(
      'docs/configuration.md is out of date: run node scripts/configReference.mjs',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, page);
}
