import { type CST, isMap } from 'yaml';
import {
  commentsIn,
  dashOf,
  type EditedText,
  lineStart,
  newlineOf,
  nextLine,
  type Splice,
} from './editText';
import { endOf, type Placed, type Step } from './locate';
import { replaceValue } from './replaceInText';

/** Takes an entry or an item out. Comments inside it stay, on lines of their own. */
export function removeStep(edited: EditedText, way: readonly Step[]): Splice[] {
  const { content } = edited;
  const step = way[way.length - 1];
  const { node, pair, parent, index = 0 } = step;
  if (!parent) throw new Error('A patch cannot remove it all');
  const holder = way[way.length - 2];
  if (parent.items.length === 1 && holder.parent) {
    const hasComments =
      commentsIn(edited, parent.range![0], parent.range![1]).length > 0;
    if (!parent.flow || !hasComments) {
      return [replaceValue(edited, holder, isMap(parent) ? {} : [])];
    }
  }
  if (parent.flow) return removeFromFlow(edited, step);
  const start = pair ? pair.key.range[0] : dashOf(step);
  const end = node ? endOf(node) : start;
  const line = lineStart(content, start);
  const newline = newlineOf(content);
  const indent = ' '.repeat(start - line);
  if (content.slice(line, start).trim() === '') {
    const behind = nextLine(content, end);
    const text = commentsIn(edited, line, behind)
      .map(comment => `${indent}${comment}${newline}`)
      .join('');
    return [{ start: line, end: behind, text }];
  }
  const next = parent.items[index + 1] as { key?: Placed } | undefined;
  const behind = next?.key
    ? next.key.range[0]
    : dashOf({ ...step, index: index + 1 });
  const text = commentsIn(edited, start, behind)
    .map(comment => `${comment}${newline}${indent}`)
    .join('');
  return [{ start, end: behind, text }];
}

function removeFromFlow({ content }: EditedText, step: Step): Splice[] {
  const { node, pair, parent, index = 0 } = step;
  const token = (parent as { srcToken?: CST.FlowCollection }).srcToken;
  const commaOf = (at: number) =>
    token?.items[at]?.start.find(({ type }) => type === 'comma')?.offset;
  let start = pair ? pair.key.range[0] : (node as Placed).range[0];
  const end = node ? endOf(node) : (pair as { key: Placed }).key.range[1];
  const comma = index > 0 ? commaOf(index) : commaOf(1);
  while (index > 0 && content[start - 1] === ' ') start -= 1;
  const splices: Splice[] = [{ start, end, text: '' }];
  if (comma !== undefined) {
    let behind = comma + 1;
    while (index === 0 && content[behind] === ' ') behind += 1;
    splices.push({ start: comma, end: behind, text: '' });
  }
  return splices;
}
