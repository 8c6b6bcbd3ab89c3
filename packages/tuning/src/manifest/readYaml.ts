import {
  Composer,
  type Document,
  LineCounter,
  Parser,
  type ScalarTag,
  type Tags,
} from 'yaml';
import { checkDocument } from './checkDocument';
import type { SourceFile } from './manifest';
import { ManifestError } from './ManifestError';

const mostCharacters = 1_000_000;
const mostDocuments = 500;

/** A file of YAML: its documents with their nodes, and its lines. */
export interface YamlFile extends SourceFile {
  documents: readonly Document.Parsed[];
  lines: LineCounter;
}

/**
 * YAML as Kubernetes reads it: 1.1 (`yes` and `on` are booleans, `010` is 8), but without times and numbers of base 60,
 * which its parser leaves as text.
 */
export const kubernetesYaml = {
  version: '1.1',
  customTags: (tags: Tags): Tags =>
    tags.filter(tag => {
      const { format, tag: name } = tag as ScalarTag;
      return format !== 'TIME' && !name?.endsWith(':timestamp');
    }),
} as const;

/**
 * Reads the documents of a file. Throws a {@link ManifestError} for broken YAML, equal keys, aliases or nesting without
 * measure, and for more than 1,000,000 characters or 500 documents.
 */
export function readYaml(source: SourceFile): YamlFile {
  const { file, content } = source;
  if (content.length > mostCharacters) {
    throw new ManifestError({
      file,
      message: `The file has ${content.length} characters, at most ${mostCharacters} are read`,
    });
  }
  const lines = new LineCounter();
  const fail = (offset: number, message: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new ManifestError({
      file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      message,
    });
  };
  const composer = new Composer({
    ...kubernetesYaml,
    keepSourceTokens: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [];
  const tokens = new Parser(lines.addNewLine).parse(content);
  for (const document of composer.compose(tokens)) {
    const [error] = document.errors;
    if (error) {
      const deep = /call stack/i.test(error.message);
      fail(
        error.pos[0],
        deep
          ? 'Nested too deeply'
          : `Not valid YAML: ${error.message.split('\n')[0].slice(0, 200)}`,
      );
    }
    const problem = checkDocument(document);
    if (problem) fail(problem.offset, problem.message);
    documents.push(document);
    if (documents.length > mostDocuments) {
      fail(
        document.range[0],
        `The file has more than ${mostDocuments} documents`,
      );
    }
  }
  return { file, content, documents, lines };
}

/** A document as plain data. Throws a {@link ManifestError} where its aliases would multiply it without measure. */
export function plainData(yaml: YamlFile, document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const { line, col } = yaml.lines.linePos(document.range[0]);
    throw new ManifestError({
      file: yaml.file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      message: /alias/i.test(String(error))
        ? 'Its aliases repeat too much of the document'
        : 'Not valid YAML: an alias leads nowhere',
    });
  }
}
