import { main } from '../main';

/** Runs the command in this process and keeps what it writes. */
export async function run(
  words: readonly string[],
  { signal = new AbortController().signal, live = false } = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    live,
    signal,
  };
  const code = await main(words, terminal, '1.2.3');
  return { code, out, err };
}
