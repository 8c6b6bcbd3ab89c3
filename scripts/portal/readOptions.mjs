import { Problem } from '../workspace/Problem.mjs';

/**
 * Reads `--name value`, `--name=value` and `--flag`. (`util.parseArgs` is
 * missing in the first releases of Node 18.)
 *
 * @param known for each option its kind: `flag`, `text`, `list` or `port`
 */
export function readOptions(args, known, usage) {
  const options = {};
  for (let index = 0; index < args.length; index += 1) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(args[index]) || [];
    const kind = Object.keys(known).includes(name) ? known[name] : undefined;
    if (!kind) {
      throw new Problem(`unknown option ${args[index]}. ${usage}`, {
        exitCode: 2,
      });
    }
    if (kind === 'flag') {
      options[name] = true;
      continue;
    }
    const value = inline === undefined ? args[(index += 1)] : inline;
    if (!value) {
      throw new Problem(`--${name} needs a value. ${usage}`, { exitCode: 2 });
    }
    if (kind === 'list') options[name] = [...(options[name] || []), value];
    else options[name] = kind === 'port' ? readPort(name, value) : value;
  }
  return options;
}

function readPort(name, value) {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65535) return port;
  throw new Problem(
    `--${name} ${value} is no port: give a number from 1 to 65535.`,
    { exitCode: 2 },
  );
}
