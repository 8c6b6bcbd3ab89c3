import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { keyText } from './keyText';
import { indexOf } from './pointer';

/** A node as the parser makes it, with its place in the text: start, end of its value, end with what trails it. */
export type Placed = Node & { range: [number, number, number] };

/** One step on the way to a place: a node, and how its parent holds it. */
export interface Step {
  node: Placed | undefined;
  pair?: Pair<Placed, Placed | null>;
  parent?: YAMLMap<Placed, Placed | null> | YAMLSeq<Placed>;
  index?: number;
}

/** The way to a place, as far as it exists. */
export interface Way {
  /** From the root of the document to the deepest node that exists. */
  steps: readonly Step[];
  /** The segments below it that do not exist. */
  rest: readonly string[];
  /** An alias or an anchor stands on the way, so the text there belongs to several places. */
  shared: boolean;
}

function stepInto(node: Placed, segment: string): Step | undefined {
  if (isMap(node)) {
    const parent = node as YAMLMap<Placed, Placed | null>;
    const index = parent.items.findIndex(pair => keyText(pair.key) === segment);
    const pair = parent.items[index];
    if (!isPair(pair)) return undefined;
    return { node: pair.value ?? undefined, pair, parent, index };
  }
  if (!isSeq(node)) return undefined;
  const parent = node as YAMLSeq<Placed>;
  const index = indexOf(segment, parent.items.length);
  if (index === undefined || index >= parent.items.length) return undefined;
  return { node: parent.items[index], parent, index };
}

/** Follows the segments through a document. */
export function locate(
  document: Document.Parsed,
  segments: readonly string[],
): Way {
  const steps: Step[] = [{ node: document.contents as Placed | undefined }];
  let shared = false;
  for (let depth = 0; ; depth += 1) {
    const last = steps[depth];
    if (isAlias(last.node)) {
      shared = true;
      last.node = last.node.resolve(document) as Placed | undefined;
    }
    if ((last.node as { anchor?: string } | undefined)?.anchor) shared = true;
    if (depth === segments.length) return { steps, rest: [], shared };
    const next = last.node && stepInto(last.node, segments[depth]);
    if (!next) return { steps, rest: segments.slice(depth), shared };
    steps.push(next);
  }
}

/** Where the text of a node ends, without what trails it: the end of the last thing inside. */
export function endOf(node: Placed): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items[node.items.length - 1] as Placed | Pair;
    if (isPair(last)) {
      const { key, value } = last as Pair<Placed, Placed | null>;
      return value ? endOf(value) : key.range[1];
    }
    if (last) return endOf(last);
  }
  return node.range[1];
}
