import { isMap, isSeq } from 'yaml';
import {
  columnOf,
  dashOf,
  type EditedText,
  inFlow,
  insertLines,
  type Splice,
} from './editText';
import { endOf, type Placed, type Step } from './locate';
import { writeBlock, writeEntry, writeScalar } from './writeYaml';

/** Adds an entry to a mapping, at its end. */
export function addEntry(
  edited: EditedText,
  map: Placed,
  key: string,
  value: unknown,
): Splice {
  if (!isMap(map)) throw new Error('Only a mapping takes an entry');
  const [first] = map.items as { key: Placed }[];
  if (map.flow) {
    const name = edited.isJson ? JSON.stringify(key) : writeScalar(key);
    return addToFlow(map, `${name}: ${inFlow(edited, value)}`);
  }
  const indent = columnOf(edited.content, first.key.range[0]);
  return insertLines(edited, endOf(map), indent, writeEntry(key, value));
}

function addToFlow(node: Placed, text: string): Splice {
  const { items } = node as unknown as { items: unknown[] };
  const last = items[items.length - 1] as
    | (Placed & { key?: Placed; value?: Placed | null })
    | undefined;
  if (!last) {
    const open = isMap(node) ? `{ ${text} }` : `[${text}]`;
    return { start: node.range[0], end: node.range[1], text: open };
  }
  const end = last.key ? endOf(last.value ?? last.key) : endOf(last);
  return { start: end, end, text: `, ${text}` };
}

/** Adds an item to a list, at its end. */
export function addItem(
  edited: EditedText,
  list: Placed,
  value: unknown,
): Splice {
  if (!isSeq(list)) throw new Error('Only a list takes an item');
  if (list.flow) return addToFlow(list, inFlow(edited, value));
  const dash = dashOf({ node: undefined, parent: list as Step['parent'] });
  const indent = columnOf(edited.content, dash);
  return insertLines(edited, endOf(list), indent, writeBlock([value]));
}
