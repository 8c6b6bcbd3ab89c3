import type { AnswerRecord } from '@dynoscope/load';

const head =
  'response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset';

/**
 * One line for each answer, in seconds, with hey's columns. Names are looked up once before the load, so `DNS` is 0.
 */
export function renderCsv(answers: readonly AnswerRecord[]): string {
  const rows = answers.map(answer =>
    [
      answer.latency,
      answer.connecting,
      0,
      answer.writing,
      answer.waiting,
      answer.reading,
    ]
      .map(milliseconds => (milliseconds / 1000).toFixed(4))
      .concat(String(answer.status), (answer.offset / 1000).toFixed(4))
      .join(','),
  );
  return `${[head, ...rows].join('\n')}\n`;
}
