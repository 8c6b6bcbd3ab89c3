import { writeFileSync } from 'node:fs';
import { type AnswerRecord, type LoadResult, runLoad } from '@dynoscope/load';
import { readArguments } from '../readArguments';
import type { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';
import { benchFlags, flagHints, type Format, formats } from './benchFlags';
import { benchHelp } from './benchHelp';
import { benchPlan } from './benchPlan';
import { exitCode } from './exitCode';
import { progressLine } from './progressLine';
import { renderCsv } from './render/renderCsv';
import { renderHdr } from './render/renderHdr';
import { renderJunit } from './render/renderJunit';
import { renderMarkdown } from './render/renderMarkdown';
import { renderText } from './render/renderText';

const plainSeconds = 10;

/** Runs `dynoscope bench` and returns the exit code. */
export async function bench(
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const given = readArguments(argv, benchFlags, flagHints);
  if (given.flags.has('help')) {
    terminal.out(benchHelp());
    return 0;
  }
  const format = formatOf(given.flags.get('o')?.[0]);
  const { plan, secretHeaders } = benchPlan(given);
  const file = given.flags.get('save')?.[0];
  if (file !== undefined) save(file, '');
  const answers: AnswerRecord[] = [];
  let saidAt = 0;
  const result = await runLoad(plan, {
    signal: terminal.signal,
    secretHeaders,
    ...(format === 'csv' && { onAnswer: answer => answers.push(answer) }),
    onProgress(progress) {
      const line = progressLine(plan, progress);
      if (terminal.live) {
        terminal.err(`\r\u001b[K${line}`);
      } else if (progress.elapsedSeconds - saidAt >= plainSeconds) {
        saidAt = progress.elapsedSeconds;
        terminal.err(`${line}\n`);
      }
    },
  });
  if (terminal.live) terminal.err('\r\u001b[K');
  terminal.out(render(format, result, answers));
  if (file !== undefined) save(file, json(result));
  return exitCode(result, terminal.signal.aborted);
}

function formatOf(text: string = 'text'): Format {
  const format = formats.find(name => name === text);
  if (format) return format;
  throw new UsageError(`-o: "${text}" is not one of ${formats.join(', ')}.`);
}

function render(
  format: Format,
  result: LoadResult,
  answers: readonly AnswerRecord[],
): string {
  switch (format) {
    case 'json':
      return json(result);
    case 'markdown':
      return renderMarkdown(result);
    case 'junit':
      return renderJunit(result);
    case 'csv':
      return renderCsv(answers);
    case 'hdr':
      return renderHdr(result);
    default:
      return renderText(result);
  }
}

function json(result: LoadResult): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--save: ${file} cannot be written: ${code}.`);
  }
}
