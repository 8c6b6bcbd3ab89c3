/** Texts of refusals end here: a target or a proxy may answer with a page. */
const longest = 600;

/** Characters that turn the direction of all text behind them, ours too. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Cuts a text that is too long for a page. Shown as text only. */
export function clipText(text: string, length = longest): string {
  const said = text.replace(turns, '').trim();
  return said.length > length ? `${said.slice(0, length - 1)}…` : said;
}

/** The same as a whole sentence, since one of ours follows. */
export function sentence(text: string): string {
  const clipped = clipText(text);
  const said = clipped.charAt(0).toLocaleUpperCase() + clipped.slice(1);
  return /[.!?…:]$/.test(said) || said === '' ? said : `${said}.`;
}

/** What the backend said when it refused, or what the browser says when there was no answer. */
export function refusalText(error: unknown): string {
  const { cause, message } = (error ?? {}) as {
    cause?: { message?: unknown };
    message?: unknown;
  };
  const said = [cause?.message, message].find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
  return sentence(said ?? String(error));
}
