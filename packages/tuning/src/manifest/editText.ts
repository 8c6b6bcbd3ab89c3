import type { CST } from 'yaml';
import type { Comment } from './commentsOf';
import type { Step } from './locate';
import { writeFlow } from './writeYaml';

/** Replaces a stretch of the text. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The text that is edited, and its comments, of which none is lost. */
export interface EditedText {
  content: string;
  /** It is JSON and stays it. */
  isJson: boolean;
  comments: readonly Comment[];
}

export const newlineOf = (content: string) =>
  content.includes('\r\n') ? '\r\n' : '\n';

/** The start of the line behind an offset; right there, when the text before it ends its line. */
export function nextLine(content: string, offset: number): number {
  if (offset > 0 && content[offset - 1] === '\n') return offset;
  const end = content.indexOf('\n', offset);
  return end < 0 ? content.length : end + 1;
}

export const lineStart = (content: string, offset: number) =>
  content.lastIndexOf('\n', offset - 1) + 1;

export const columnOf = (content: string, offset: number) =>
  offset - lineStart(content, offset);

export function commentsIn(
  { comments }: EditedText,
  start: number,
  end: number,
) {
  return comments
    .filter(({ offset }) => offset >= start && offset < end)
    .map(({ text }) => text);
}

/** Inserts whole lines, at this indentation, behind the line where `offset` lies. */
export function insertLines(
  { content }: EditedText,
  offset: number,
  indent: number,
  lines: string[],
): Splice {
  const at = nextLine(content, offset);
  const newline = newlineOf(content);
  const text = lines.map(line => ' '.repeat(indent) + line).join(newline);
  const open = at > 0 && content[at - 1] !== '\n';
  return {
    start: at,
    end: at,
    text: open ? `${newline}${text}` : `${text}${newline}`,
  };
}

export function dashOf(step: Step): number {
  const token = (step.parent as { srcToken?: CST.BlockSequence }).srcToken;
  const dash = token?.items[step.index ?? 0]?.start.find(
    ({ type }) => type === 'seq-item-ind',
  );
  if (!dash) throw new Error('An item of a list has no dash');
  return dash.offset;
}

export const inFlow = ({ isJson }: EditedText, value: unknown) =>
  isJson ? JSON.stringify(value) : writeFlow(value);
