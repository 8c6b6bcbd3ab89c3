import { type Document, isAlias, isMap, isSeq, visit } from 'yaml';
import { fieldOf, textOf } from './fields';
import { endOf, locate } from './locate';
import type { Manifest, ManifestSet, Position, SourceFile } from './manifest';
import { ManifestError } from './ManifestError';
import { parsePointer } from './pointer';
import { plainData, readYaml, type YamlFile } from './readYaml';

/** What the rules compare with each other stays in measure. */
export const mostManifests = 2_000;

function positionOf(
  yaml: YamlFile,
  document: Document.Parsed,
  segments: string[],
): Position {
  const { steps, rest } = locate(document, segments);
  const { node, pair } = steps[steps.length - 1];
  const start = pair?.key.range[0] ?? node?.range[0] ?? document.range[0];
  const whole = node && rest.length === 0 ? endOf(node) : undefined;
  const end = whole ?? pair?.key.range[1] ?? start;
  const from = yaml.lines.linePos(start);
  const to = yaml.lines.linePos(Math.max(start, end));
  return {
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line),
    endColumn: Math.max(1, to.col),
  };
}

/** Whether any alias stands in the document: without one, its anchors repeat nothing. */
function hasAliases(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found || isAlias(document.contents);
}

function manifestsOf(
  yaml: YamlFile,
  document: Document.Parsed,
  index: number,
): Manifest[] {
  const data = plainData(yaml, document);
  const items = fieldOf(data, 'items');
  const isList =
    Array.isArray(items) && /List$/.test(textOf(data, 'kind') ?? '');
  const aliases = hasAliases(document);
  return (isList ? items : [data]).flatMap((object, item): Manifest[] => {
    const apiVersion = textOf(object, 'apiVersion');
    const kind = textOf(object, 'kind');
    if (apiVersion === undefined || kind === undefined) return [];
    const base = isList ? ['items', String(item)] : [];
    const name = textOf(object, 'metadata', 'name');
    const namespace = textOf(object, 'metadata', 'namespace');
    return [
      {
        file: yaml.file,
        document: index,
        ...(isList && { item }),
        apiVersion,
        kind,
        ...(name !== undefined && { name }),
        ...(namespace !== undefined && { namespace }),
        object,
        position: pointer =>
          positionOf(yaml, document, [...base, ...parsePointer(pointer)]),
        isEditable: patch =>
          patch.every(({ op, path }) => {
            const way = locate(document, [...base, ...parsePointer(path)]);
            const { node } = way.steps[way.steps.length - 1];
            const reached =
              way.rest.length === 0 ||
              (op === 'add' &&
                way.rest.length === 1 &&
                (isMap(node) || (isSeq(node) && way.rest[0] === '-')));
            return reached && !(aliases && way.shared);
          }),
      },
    ];
  });
}

/**
 * Reads manifests: several documents a file, objects inside a List, YAML as Kubernetes reads it. Documents that are no
 * Kubernetes objects are left out. Throws a {@link ManifestError} for broken YAML, equal keys and what is too large.
 *
 * @public
 */
export function parseManifests(files: readonly SourceFile[]): ManifestSet {
  let documents = 0;
  const manifests: Manifest[] = [];
  for (const source of files) {
    const yaml = readYaml(source);
    for (const [index, document] of yaml.documents.entries()) {
      if (document.contents) documents += 1;
      for (const each of manifestsOf(yaml, document, index)) {
        manifests.push(each);
      }
      if (manifests.length > mostManifests) {
        throw new ManifestError({
          file: source.file,
          message: `There are more than ${mostManifests} objects`,
        });
      }
    }
  }
  return { manifests, files: files.length, documents };
}
