import { isCollection, isScalar } from 'yaml';
import {
  columnOf,
  commentsIn,
  dashOf,
  type EditedText,
  inFlow,
  newlineOf,
  nextLine,
  type Splice,
} from './editText';
import { endOf, type Step } from './locate';
import { isFilled, writeBlock, writeScalar } from './writeYaml';

/** Whether the text of a node begins where the node does, on the line of its key or dash. */
function isInline(node: unknown): boolean {
  return isCollection(node)
    ? node.flow === true
    : !(isScalar(node) && /^BLOCK_/.test(node.type ?? ''));
}

/** Puts a value in the place of another one. Comments inside the old one stay, on lines of their own. */
export function replaceValue(
  edited: EditedText,
  step: Step,
  value: unknown,
): Splice {
  const { content } = edited;
  const { node, pair, parent } = step;
  if (!parent || !node) throw new Error('There is no place for the value');
  const start = node.range[0];
  const end = endOf(node);
  const isEmpty = start >= end;
  const filled = isFilled(value);
  if (!isEmpty && isInline(node) && (parent.flow || !filled)) {
    const isText = typeof value === 'string' && !edited.isJson;
    const old = content.slice(start, end);
    const text = isText ? writeScalar(value, old) : inFlow(edited, value);
    return { start, end, text };
  }
  if (parent.flow && !pair) throw new Error('There is no place for the value');
  const base = pair ? pair.key.range[0] : dashOf(step);
  const opening = pair ? content.indexOf(':', pair.key.range[1]) : base;
  const behind = isEmpty ? opening + 1 : end;
  const onLine = parent.flow || !filled;
  return replaceBlock(edited, opening + 1, behind, {
    head: onLine ? ` ${inFlow(edited, value)}` : '',
    indent: columnOf(content, base) + 2,
    lines: onLine ? [] : writeBlock(value),
  });
}

function replaceBlock(
  edited: EditedText,
  start: number,
  end: number,
  written: { head: string; indent: number; lines: string[] },
): Splice {
  const { content } = edited;
  const kept = commentsIn(edited, start, end);
  const trailing = edited.comments.find(
    ({ offset }) => offset >= end && offset < nextLine(content, end),
  );
  let behind = end;
  if (trailing && kept.length > 0) {
    kept.push(trailing.text);
    behind = trailing.offset + trailing.text.length;
  }
  const newline = newlineOf(content);
  const indent = ' '.repeat(written.indent);
  const below = [...kept, ...written.lines].map(line => indent + line);
  const closes = content[behind - 1] === '\n' ? newline : '';
  const text = [written.head, ...below].join(newline) + closes;
  return { start, end: behind, text };
}
