import { Parser } from 'yaml';

/** A comment and its place in the text. */
export interface Comment {
  offset: number;
  text: string;
}

/** All comments of a text of YAML, in order. */
export function commentsOf(content: string): Comment[] {
  if (!content.includes('#')) return [];
  const comments: Comment[] = [];
  const open: unknown[] = [...new Parser().parse(content)].reverse();
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (let at = next.length - 1; at >= 0; at -= 1) open.push(next[at]);
    } else if (typeof next === 'object' && next !== null) {
      const token = next as { type?: string; offset: number; source: string };
      if (token.type === 'comment') {
        comments.push({ offset: token.offset, text: token.source });
      }
      const parts = next as Record<string, unknown>;
      open.push(parts.end, parts.props, parts.items);
      open.push(parts.value, parts.sep, parts.key, parts.start);
    }
  }
  return comments.sort((one, other) => one.offset - other.offset);
}
