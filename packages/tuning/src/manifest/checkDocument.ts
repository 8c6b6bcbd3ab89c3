import { isAlias, isCollection, isMap, isPair, type Document } from 'yaml';
import { keyText } from './keyText';
import { quote } from './plainText';

const deepest = 100;
const mostAliases = 100;

/** Something that a reader of Kubernetes manifests must not accept, and its offset in the file. */
export interface DocumentProblem {
  offset: number;
  message: string;
}

function offsetOf(node: unknown): number {
  const range = (node as { range?: [number, number, number] | null })?.range;
  return range?.[0] ?? 0;
}

/**
 * The first thing that is wrong with a document beyond YAML's own grammar: a key that is there twice, of which every tool
 * takes another one; nesting or aliases that only serve to exhaust the reader. Linear in the size of the document, which
 * the check for equal keys in `yaml` is not.
 */
export function checkDocument(
  document: Document.Parsed,
): DocumentProblem | undefined {
  let aliases = 0;
  const open: { node: unknown; depth: number }[] = [
    { node: document.contents, depth: 1 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    const offset = offsetOf(node);
    if (depth > deepest) {
      return {
        offset,
        message: `Nested too deeply: at most ${deepest} levels`,
      };
    }
    if (isAlias(node)) {
      aliases += 1;
      if (aliases > mostAliases) {
        return { offset, message: `Too many aliases: at most ${mostAliases}` };
      }
    }
    if (!isCollection(node)) continue;
    const keys = new Set<string>();
    for (const item of node.items) {
      if (isPair(item)) {
        const key = keyText(item.key);
        const at = offsetOf(item.key);
        if (key === undefined) {
          return { offset: at, message: 'A key must be a plain name' };
        }
        if (keys.has(key)) {
          return {
            offset: at,
            message: `The key ${quote(key)} is there twice`,
          };
        }
        if (isMap(node)) keys.add(key);
      }
      open.push({
        node: isPair(item) ? item.value : item,
        depth: depth + 1,
      });
    }
  }
  return undefined;
}
