import { UsageError } from './UsageError';

/** A flag that a command takes. */
export interface Flag {
  /** Without dashes; `-z` and `--z` are one, as in hey. */
  name: string;
  /** How the help names the value; a flag without one is on or off. */
  value?: string;
  /** Another name for it. */
  alias?: string;
  /** It may be given several times; of the others the last one counts. */
  many?: boolean;
  help: string;
}

/** What was given: the values of each flag in their order, and the words that belong to no flag. */
export interface Arguments {
  flags: Map<string, string[]>;
  words: string[];
}

/**
 * Reads a command line as Go's flag package does, which hey uses: one dash or two, the value behind a space or an equals
 * sign.
 *
 * @throws UsageError that names the flag.
 */
export function readArguments(
  argv: readonly string[],
  known: readonly Flag[],
  hints: Record<string, string> = {},
): Arguments {
  const flags = new Map<string, string[]>();
  const words: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index];
    if (word === '--') {
      words.push(...argv.slice(index + 1));
      break;
    }
    const match = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(word);
    if (!match) {
      words.push(word);
      continue;
    }
    const [, name, inline] = match;
    const flag = known.find(
      candidate => candidate.name === name || candidate.alias === name,
    );
    if (!flag) throw unknownFlag(word, name, hints);
    const values = (flag.many && flags.get(flag.name)) || [];
    if (!flag.value) {
      if (inline !== undefined) {
        throw new UsageError(`${dashed(name)} takes no value.`);
      }
      values.push('');
    } else if (inline !== undefined) {
      values.push(inline);
    } else if (index + 1 < argv.length) {
      values.push(argv[++index]);
    } else {
      throw new UsageError(`${dashed(name)} needs a value: ${flag.value}.`);
    }
    flags.set(flag.name, values);
  }
  return { flags, words };
}

/** A flag as one writes it. */
export function dashed(name: string): string {
  return name.length === 1 || name === 'disable-keepalive'
    ? `-${name}`
    : `--${name}`;
}

function unknownFlag(
  word: string,
  name: string,
  hints: Record<string, string>,
): UsageError {
  const hint = hints[name] ?? 'See dynoscope bench --help for those there are.';
  return new UsageError(`Unknown flag ${word.split('=')[0]}. ${hint}`);
}
