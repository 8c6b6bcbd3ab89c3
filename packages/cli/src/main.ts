import { bench } from './bench/bench';
import type { Terminal } from './Terminal';
import { UsageError } from './UsageError';

const help = `dynoscope puts ML services on a dynamometer.

Usage: dynoscope COMMAND [flags]

Commands:
  bench URL     Measure an address under load.

  --help        Show this text; each command has its own.
  --version     Show the version.

Example:
  dynoscope bench -z 60s -c 10 http://localhost:8080/
`;

/** Runs the command that a command line names and returns the exit code. */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  const [command, ...rest] = argv;
  try {
    switch (command) {
      case 'bench':
        return await bench(rest, terminal);
      case '--version':
      case '-version':
        terminal.out(`${version}\n`);
        return 0;
      case '--help':
      case '-help':
      case '-h':
      case 'help':
        terminal.out(help);
        return 0;
      case undefined:
        throw new UsageError(
          'A command is missing. Write dynoscope bench URL, or dynoscope --help.',
        );
      default:
        throw new UsageError(
          `There is no command "${command}". There is: bench.`,
        );
    }
  } catch (error) {
    const usage = error instanceof UsageError;
    terminal.err(`dynoscope: ${(error as Error).message}\n`);
    return usage ? 2 : 3;
  }
}
