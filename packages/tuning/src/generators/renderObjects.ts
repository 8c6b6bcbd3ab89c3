import { Document, isMap, isNode, isScalar, isSeq } from 'yaml';
import { parsePointer } from '../manifest/pointer';

/**
 * An object and what is to be said about it.
 *
 * @public
 */
export interface AnnotatedObject {
  object: unknown;
  /** Lines above the document. */
  header?: readonly string[];
  /** Lines above a field, by JSON pointer. */
  comments?: Readonly<Record<string, readonly string[]>>;
}

/**
 * YAML of objects, one document each, with comments. A parser of YAML 1.1, as Kubernetes has, and one of 1.2 read the same
 * from it.
 *
 * @throws Error when a comment names a field that is not there.
 * @public
 */
export function renderObjects(objects: readonly AnnotatedObject[]): string {
  return objects.map(renderObject).join('---\n');
}

function renderObject({ object, header = [], comments = {} }: AnnotatedObject) {
  const document = new Document(object, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  for (const [pointer, lines] of Object.entries(comments)) {
    if (lines.length > 0) writeAbove(document, pointer, toComment(lines));
  }
  const body = document.toString({ lineWidth: 0 });
  const top = toComment(header).replace(/^/gm, '#');
  return header.length > 0 ? `${top}\n${body}` : body;
}

/** Every break that a YAML parser knows, so that no line of a comment can leave it. */
const breaks = /[\p{Cc}\u2028\u2029\ufeff]+/gu;
const widestComment = 90;

function toComment(lines: readonly string[]): string {
  return lines
    .flatMap(line => wrap(line.replace(breaks, ' ')))
    .map(line => ` ${line}`)
    .join('\n');
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + 1 + word.length > widestComment) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
  }
  return lines;
}

function writeAbove(document: Document, pointer: string, comment: string) {
  const path = parsePointer(pointer);
  const parent = document.getIn(path.slice(0, -1), true);
  const place = placeIn(parent, path[path.length - 1]);
  if (!isNode(place)) throw new Error(`There is no field ${pointer}`);
  place.commentBefore = comment;
}

function placeIn(parent: unknown, name: string): unknown {
  if (isSeq(parent)) return parent.items[Number(name)];
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && key.value === name)
    ?.key;
}
