import { dashed } from '../readArguments';
import { benchFlags } from './benchFlags';

/** Where the explanations begin. */
const column = 22;

/** The help of `dynoscope bench`. */
export function benchHelp(): string {
  const flags = benchFlags.map(({ name, value = '', help }) => {
    const flag = `  ${dashed(name)} ${value}`;
    const space = flag.length < column ? '' : '\n';
    return `${flag}${space}${' '.repeat(
      column - (space ? 0 : flag.length),
    )}${help}`;
  });
  return `Measures an address under load, with hey's flags.

Usage: dynoscope bench [flags] URL

${flags.join('\n')}

Each user sends its next request when the last one is answered. A model's answer
counts only when it holds predictions: HTTP 200 alone is not success. The first
line says whether the numbers are the server's or the client's.

Exit codes: 0 fine; 1 an objective is missed; 2 usage or input error; 3 it could
not be measured, or an objective stays undecided; 130 interrupted.

Examples:
  dynoscope bench -z 60s -c 10 -m POST -H "Content-Type: application/json" \\
      -D request.json http://localhost:8081/v1/models/iris:predict
  dynoscope bench -n 3000 -c 10 --warmup 5s --slo p99=500ms,errors=0.1% http://localhost:8080/
  dynoscope bench -z 30s -c 10 -o json --save result.json http://localhost:8080/
`;
}
