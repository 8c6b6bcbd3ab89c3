import type { Check } from '../check';
import { formatStatistic } from '../format';
import { formatTarget } from '../formatTarget';
import type { Guide, LatencyClass } from '../guide';
import { latencyClasses } from '../latencyClass';
import { metrics } from '../metrics';

/** The targets of a check as rows: what they apply to, which value, the target, where it comes from. */
function rowsOf(check: Check, guide: Guide): string[] {
  const classes: (LatencyClass | undefined)[] = [undefined, ...latencyClasses];
  const rows = classes.flatMap(latencyClass => {
    const input = { latencyClass, measurements: [] };
    const main = check.target(input);
    if (check.evaluate(input).status === 'not-applicable' || !main) return [];
    const values = check.metrics.length > 0 ? check.metrics : [undefined];
    return values.map(value => {
      const { target, source } = value?.target ?? main;
      const metric = metrics.find(({ id }) => id === value?.metric);
      const title = latencyClass && guide.latencyClasses[latencyClass].title;
      return {
        title: title ?? 'no class known',
        cells: [
          value
            ? `\`${value.metric}\` ${formatStatistic(value.statistic)}`
            : 'findings',
          formatTarget(target, metric?.unit).replace(/\u202f/g, ' '),
          source.reference,
        ].join(' | '),
      };
    });
  });
  const kinds = new Set(rows.map(({ cells }) => cells));
  const byClass = kinds.size > check.metrics.length && kinds.size > 1;
  const lines = rows.map(
    ({ title, cells }) => `| ${byClass ? title : 'all'} | ${cells} |`,
  );
  return [...new Set(lines)];
}

/** The targets of a check as a markdown table, for its page. */
export function targetTable(check: Check, guide: Guide): string {
  return [
    '| Model | Value | Target | Guide |',
    '| --- | --- | --- | --- |',
    ...rowsOf(check, guide),
  ].join('\n');
}
