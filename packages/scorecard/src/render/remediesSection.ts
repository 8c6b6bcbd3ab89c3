import { formatInterval, formatStatistic, scaleOf } from '../format';
import type { Change, Expected, Input, Remedy } from '../remedySchema';
import type { Cause, Report } from '../reportSchema';
import { codeBlock, escapeMarkdown, list, table } from './escapeMarkdown';

function expectedText(expected: Expected): string {
  const { metric, statistic, lower, upper, unit } = expected;
  const interval = formatInterval({ lower, upper }, unit);
  const end = scaleOf(upper, unit).unit;
  return `${metric} ${formatStatistic(statistic)} ${interval} ${end}`.trim();
}

function shown(value: Input['value'], unit = ''): string {
  return value === undefined ? '–' : `${value} ${unit}`.trim();
}

function changeRow(change: Change): string[] {
  const { path, was, value, unit, arithmetic, consequence, source } = change;
  return [
    path,
    shown(was, unit),
    value === undefined ? 'taken out' : shown(value, unit),
    arithmetic ?? '–',
    consequence ?? '–',
    source ?? '–',
  ];
}

function causePart({ cause, confidence, for: pro, against }: Cause): string {
  return [
    `### Cause: ${escapeMarkdown(cause)} (confidence ${confidence})`,
    list([
      ...pro.map(text => `For: ${text}`),
      ...against.map(text => `Against: ${text}`),
    ]),
  ].join('\n\n');
}

function remedyPart(remedy: Remedy): string {
  const { title, subject, checkId, text, arithmetic, cost, cannot } = remedy;
  const { expected, alsoExpected = [], inputs, changes, action } = remedy;
  const lines = [
    `For ${checkId} of ${subject}.`,
    text,
    ...arithmetic,
    expected && `Expected: ${expectedText(expected)}`,
    ...alsoExpected.map(each => `Also expected: ${expectedText(each)}`),
    cost && `Costs: ${cost}`,
    cannot && `Cannot be computed: ${cannot}`,
  ].filter((line): line is string => Boolean(line));
  const inputRows = inputs.map(({ label, value, unit, source, detail }) => [
    label,
    shown(value, unit),
    source,
    detail ?? '–',
  ]);
  return [
    `### ${escapeMarkdown(title)}`,
    list(lines),
    changes.length > 0 &&
      table(
        ['Field', 'Was', 'Becomes', 'Arithmetic', 'What it means', 'From'],
        changes.map(changeRow),
      ),
    inputs.length > 0 && table(['Input', 'Value', 'From', 'Where'], inputRows),
    action && codeBlock(JSON.stringify(action, undefined, 2)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Why checks miss, and what to change, with the arithmetic. */
export function remediesSection({ remedies, causes }: Report): string {
  const parts = [...causes.map(causePart), ...remedies.map(remedyPart)];
  return parts.length === 0
    ? ''
    : ['## Causes and remedies', ...parts].join('\n\n');
}
