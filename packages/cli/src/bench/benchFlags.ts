import { protocolIds } from '@dynoscope/load';
import type { Flag } from '../readArguments';

/** The forms in which a result is printed. */
export const formats = [
  'text',
  'json',
  'markdown',
  'junit',
  'csv',
  'hdr',
] as const;

export type Format = (typeof formats)[number];

/** The flags of `dynoscope bench`: those of hey under their names and with their defaults, then ours. */
export const benchFlags: readonly Flag[] = [
  {
    name: 'z',
    value: 'DURATION',
    help: 'Send for this long, such as 60s or 3m; then -n is ignored.',
  },
  { name: 'n', value: 'COUNT', help: 'Number of requests (200).' },
  {
    name: 'c',
    value: 'COUNT',
    help: 'Users, each waiting for its answer (50).',
  },
  {
    name: 'q',
    value: 'RATE',
    help: 'Requests a second that one user sends at most (no limit).',
  },
  {
    name: 'm',
    value: 'METHOD',
    help: 'HTTP method (GET; POST for model protocols).',
  },
  {
    name: 'H',
    value: "'NAME: VALUE'",
    many: true,
    help: 'A header; as many as needed. Secret ones are sent and never shown.',
  },
  { name: 'd', value: 'TEXT', help: 'The body.' },
  { name: 'D', value: 'FILE', help: 'The body from a file.' },
  {
    name: 'T',
    value: 'TYPE',
    help: 'Content type (text/html as hey has it; application/json for model protocols).',
  },
  {
    name: 't',
    value: 'SECONDS',
    help: 'Time limit of one request (20; 0 waits for ever).',
  },
  { name: 'disable-keepalive', help: 'A new connection for each request.' },
  {
    name: 'protocol',
    value: protocolIds.join('|'),
    help: 'What the server speaks (found from the path).',
  },
  {
    name: 'warmup',
    value: 'DURATION',
    help: 'Send this long first without measuring (0s).',
  },
  {
    name: 'slo',
    value: 'LIST',
    help: 'Objectives, such as p99=500ms,errors=0.1%.',
  },
  {
    name: 'plan',
    value: 'FILE',
    help: 'Repeat a saved plan or result; only -H, --save and -o go with it.',
  },
  {
    name: 'save',
    value: 'FILE',
    help: 'Also write the JSON document to a file.',
  },
  {
    name: 'o',
    value: formats.join('|'),
    help: 'Format of the document (text).',
  },
  { name: 'help', alias: 'h', help: 'Show this text.' },
];

/** Flags that a saved plan answers already. */
export const planFlags: readonly string[] = benchFlags
  .map(({ name }) => name)
  .filter(name => !['plan', 'save', 'o', 'help', 'H'].includes(name));

/** What to do instead of a flag of hey that there is not. */
export const flagHints: Record<string, string> = {
  A: "Use -H 'Accept: TYPE'.",
  a: "Use -H 'Authorization: Basic …'.",
  host: "Use -H 'Host: NAME'.",
  h2: 'HTTP/2 is not measured yet.',
  x: 'A proxy would be measured too, so none is used.',
  cpus: 'One process sends all requests.',
  'disable-redirects': 'Redirects are never followed; they count as failed.',
  'disable-compression': 'Compressed answers are never asked for.',
  rate: 'Use -q, the rate of one user.',
};
