/** Characters that steer a terminal, a bidirectional text or nothing that can be seen. */
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;
const longest = 80;

/** A text of a manifest, short and harmless enough for a message: one line, at most 80 characters. */
export function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(invisible, ' ');
}

/** The same in quotation marks. */
export function quote(value: unknown): string {
  return `"${plain(value)}"`;
}
