import {
  codeBlock,
  escapeMarkdown,
  formatInterval,
  formatQuantity,
  formatStatistic,
  metrics,
  type Change,
  type Expected,
  type Remedy,
} from '@dynoscope/scorecard';

/** The change with its arithmetic, for a pull request. Text of a report or a form stays text. */
export function describeChange(options: {
  title: string;
  text?: string;
  values: readonly Change[];
  remedy?: Remedy;
  warnings: readonly string[];
  /** Address of the report's page. */
  reportUrl?: string;
}): string {
  const { title, text, values, remedy, warnings, reportUrl } = options;
  const expected = [remedy?.expected, ...(remedy?.alsoExpected ?? [])].flatMap(
    each => each ?? [],
  );
  return [
    `## ${escapeMarkdown(title)}`,
    text && escapeMarkdown(text),
    values.length > 0 && valueTable(values),
    remedy?.arithmetic.length && codeBlock(remedy.arithmetic.join('\n')),
    expected.length > 0 &&
      ['**Promised:**', ...expected.map(promise)].join('\n'),
    remedy?.cost && `**Cost:** ${escapeMarkdown(remedy.cost)}`,
    warnings.length > 0 &&
      ['**Mind:**', ...warnings.map(each => `- ${escapeMarkdown(each)}`)].join(
        '\n',
      ),
    reportUrl &&
      `Computed from [this report](${reportUrl}). The same plan is measured again when the change is in force.`,
  ]
    .filter(part => typeof part === 'string' && part !== '')
    .join('\n\n');
}

function valueTable(values: readonly Change[]): string {
  const rows = values.map(({ label, path, was, value, unit, arithmetic }) => [
    `${label} (${path})`,
    quantity(was, unit, 'not set'),
    quantity(value, unit, 'taken out'),
    arithmetic ?? '',
  ]);
  return [
    '| value | was | is | why |',
    '| --- | --- | --- | --- |',
    ...rows.map(row => `| ${row.map(escapeMarkdown).join(' | ')} |`),
  ].join('\n');
}

function quantity(
  value: Change['value'],
  unit: string | undefined,
  absent: string,
): string {
  if (value === undefined) return absent;
  return unit === undefined ? `${value}` : `${value} ${unit}`;
}

function promise({ metric, statistic, unit, ...range }: Expected): string {
  const title = metrics.find(({ id }) => id === metric)?.title ?? metric;
  const of = /^p\d/.test(statistic) ? ` (${formatStatistic(statistic)})` : '';
  const shownUnit = formatQuantity(range.upper, unit).unit;
  return `- ${escapeMarkdown(
    `${title}${of}: ${formatInterval(range, unit)} ${shownUnit}`,
  )}`;
}
