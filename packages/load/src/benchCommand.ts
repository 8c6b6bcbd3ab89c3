import type { LoadPlan } from './plan';

/** Longer bodies are not for a command line. */
const longestBody = 4_000;
/** Who sent the request is said anew by whoever repeats it. */
const ownHeaders = ['user-agent', 'x-dynoscope-run'];

/**
 * The `dynoscope bench` command that repeats a plan. Secrets are not in a plan and so not in the command; a body that is
 * binary or long is named as the file `request.json`.
 *
 * @public
 */
export function benchCommand(plan: LoadPlan): string {
  const { arrival, limits, warmupSeconds, timeoutSeconds } = plan;
  const words = ['dynoscope bench'];
  if (plan.seconds === undefined) words.push(`-n ${plan.requests}`);
  else words.push(`-z ${plan.seconds}s`);
  if (warmupSeconds > 0) words.push(`--warmup ${warmupSeconds}s`);
  words.push(`-c ${arrival.users}`);
  if (limits.rate) words.push(`-q ${shortNumber(limits.rate / arrival.users)}`);
  if (plan.method !== 'GET') words.push(`-m ${plan.method}`);
  for (const [name, value] of Object.entries(plan.headers)) {
    if (!ownHeaders.includes(name.toLowerCase())) {
      words.push(`-H ${quoted(`${name}: ${value}`)}`);
    }
  }
  if (plan.body) words.push(bodyFlag(plan.body, plan.protocol));
  if (timeoutSeconds !== 20) words.push(`-t ${timeoutSeconds}`);
  if (!plan.keepAlive) words.push('-disable-keepalive');
  words.push(`--protocol ${plan.protocol}`);
  if (plan.slo.length > 0) {
    const slo = plan.slo.map(({ name, atMost }) =>
      name === 'errors' ? `errors=${atMost}%` : `${name}=${atMost}ms`,
    );
    words.push(`--slo ${slo.join(',')}`);
  }
  words.push(quoted(plan.url));
  return words.join(' ');
}

function bodyFlag(
  body: NonNullable<LoadPlan['body']>,
  protocol: LoadPlan['protocol'],
): string {
  if (!('text' in body) || body.text.length > longestBody) {
    return '-D request.json';
  }
  // A file's last line break is no part of JSON, and would break the command in two.
  return `-d ${quoted(protocol === 'http' ? body.text : body.text.trim())}`;
}

function quoted(text: string): string {
  if (/^[\w./:@%+=,-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}
