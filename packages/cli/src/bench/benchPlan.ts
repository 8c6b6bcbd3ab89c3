import { readFileSync } from 'node:fs';
import {
  detectProtocol,
  type LoadPlan,
  parseLoadPlan,
  type ProtocolId,
  protocolIds,
} from '@dynoscope/load';
import { type Arguments, dashed } from '../readArguments';
import { UsageError } from '../UsageError';
import { planFlags } from './benchFlags';
import { readDuration } from './readDuration';
import { readHeaders } from './readHeaders';
import { readSlo } from './readSlo';

/** hey's defaults. */
const defaults = { users: 50, requests: 200, timeoutSeconds: 20 };

/**
 * The plan that a command line asks for.
 *
 * @throws UsageError that names the flag, what was wrong and what is allowed.
 */
export function benchPlan({ flags, words }: Arguments): {
  plan: LoadPlan;
  secretHeaders: Record<string, string>;
} {
  const one = (name: string) => flags.get(name)?.[0];
  const { headers, secretHeaders } = readHeaders(
    flags.get('H') ?? [],
    one('T'),
  );
  const file = one('plan');
  if (file !== undefined) {
    const other = planFlags.find(name => flags.has(name));
    if (other) {
      throw new UsageError(
        `--plan says all that ${dashed(other)} would; give one of them.`,
      );
    }
    if (words.length > 0) {
      throw new UsageError(
        `--plan names the address; "${words[0]}" is one too many.`,
      );
    }
    return { plan: planFrom(repeated(readJson(file), headers)), secretHeaders };
  }
  const url = urlOf(words);
  const protocol = protocolOf(one('protocol'), url);
  const users = whole('-c', one('c')) ?? defaults.users;
  const duration = one('z');
  const requests = whole('-n', one('n')) ?? defaults.requests;
  if (duration === undefined && requests < users) {
    throw new UsageError(
      `-n ${requests} cannot be less than -c ${users}: each user sends one request at least.`,
    );
  }
  const perUser = number('-q', one('q'));
  const warmup = one('warmup');
  const slo = one('slo');
  const plan = planFrom({
    schemaVersion: 1,
    url,
    method: one('m')?.toUpperCase() ?? (protocol === 'http' ? 'GET' : 'POST'),
    headers,
    body: bodyOf(one('d'), one('D')),
    protocol,
    arrival: { kind: 'closed', users },
    warmupSeconds: warmup === undefined ? 0 : readDuration('--warmup', warmup),
    ...(duration === undefined
      ? { requests }
      : { seconds: readDuration('-z', duration) }),
    timeoutSeconds: number('-t', one('t')) ?? defaults.timeoutSeconds,
    keepAlive: !flags.has('disable-keepalive'),
    limits: perUser ? { rate: perUser * users } : {},
    breaker: false,
    slo: slo === undefined ? [] : readSlo(slo),
  });
  return { plan, secretHeaders };
}

/** The plan of a file, which may be a saved result, with the headers of this run. */
function repeated(document: unknown, headers: Record<string, string>): unknown {
  const { plan = document } = (document ?? {}) as { plan?: unknown };
  if (typeof plan !== 'object' || !plan) return plan;
  return { ...plan, headers: { ...(plan as LoadPlan).headers, ...headers } };
}

function planFrom(input: unknown): LoadPlan {
  try {
    return parseLoadPlan(input);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}.`);
  }
}

function urlOf(words: string[]): string {
  if (words.length !== 1) {
    throw new UsageError(
      words.length === 0
        ? 'The address is missing: dynoscope bench [flags] URL.'
        : `One address is measured at a time; "${words[1]}" is one too many. Flags stand before or behind it, with their values.`,
    );
  }
  if (!/^https?:\/\//.test(words[0]) || !URL.canParse(words[0])) {
    throw new UsageError(
      `"${words[0]}" is not an address; write http://host:port/path.`,
    );
  }
  return words[0];
}

function protocolOf(text: string | undefined, url: string): ProtocolId {
  if (text === undefined) return detectProtocol(url);
  const protocol = protocolIds.find(id => id === text);
  if (protocol) return protocol;
  throw new UsageError(
    `--protocol: "${text}" is not one of ${protocolIds.join(', ')}.`,
  );
}

function bodyOf(
  text: string | undefined,
  file: string | undefined,
): LoadPlan['body'] {
  if (text !== undefined && file !== undefined) {
    throw new UsageError('-d and -D both give the body; give one of them.');
  }
  if (text !== undefined) return { text };
  if (file === undefined) return undefined;
  const bytes = readInput('-D', file);
  const decoded = bytes.toString('utf8');
  return Buffer.from(decoded).equals(bytes)
    ? { text: decoded }
    : { base64: bytes.toString('base64') };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readInput('--plan', file).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `--plan: ${file} holds no JSON: ${(error as Error).message}.`,
    );
  }
}

function readInput(flag: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(
      `${flag}: ${file} cannot be read: ${
        (error as NodeJS.ErrnoException).code
      }.`,
    );
  }
}

function number(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new UsageError(`${flag}: "${text}" is not a number from 0.`);
}

function whole(flag: string, text: string | undefined): number | undefined {
  const value = number(flag, text);
  if (value === undefined || (Number.isInteger(value) && value > 0))
    return value;
  throw new UsageError(`${flag}: "${text}" is not a whole number from 1.`);
}
