import type { LoadResult } from '@dynoscope/load';
import { label } from './renderText';

const percentiles = ['p50', 'p90', 'p95', 'p99', 'p999'] as const;

/** The result for a pull request or a page. */
export function renderMarkdown(result: LoadResult): string {
  const { validity, requests, throughput, latency, plan, slo } = result;
  const rows = percentiles.flatMap(name => {
    const value = latency[name];
    if (value === undefined) return [];
    const interval = latency.intervals[name];
    const between = interval
      ? `${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}`
      : '';
    const service = result.serviceTime[name]?.toFixed(2) ?? '';
    return [
      `| ${label(name)} | ${value.toFixed(2)} | ${between} | ${service} |`,
    ];
  });
  const parts = [
    `# ${cell(plan.method)} ${code(plan.url)}`,
    `**${validity.verdict}**: ${throughput.value.toFixed(
      1,
    )} succeeded requests/s from ${plan.arrival.users} users; ${
      requests.sent
    } sent, ${requests.succeeded} succeeded, ${requests.failed} failed.`,
    validity.reasons
      .map(reason => `* \`${reason.code}\`: ${cell(reason.message)}`)
      .join('\n'),
    rows.length > 0
      ? [
          '| | Latency, ms | 95 % interval | Service time, ms |',
          '| --- | ---: | --- | ---: |',
          ...rows,
        ].join('\n')
      : 'No request succeeded.',
    Object.entries(requests.errors)
      .map(([kind, count]) => `* ${kind}: ${count}`)
      .join('\n'),
    slo
      ? [
          '| Objective | Outcome | Reason |',
          '| --- | --- | --- |',
          ...slo.map(
            ({ name, target, unit, status, reason }) =>
              `| ${label(name)} at most ${
                target.atMost
              } ${unit} | ${status} | ${cell(reason)} |`,
          ),
        ].join('\n')
      : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Text that cannot end its table cell or become markup. */
function cell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&').replace(/\s+/g, ' ');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '%60')}\``;
}
