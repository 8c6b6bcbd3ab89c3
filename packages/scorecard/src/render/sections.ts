import {
  formatExactTime,
  formatInterval,
  formatNumber,
  formatStatistic,
  formatValue,
} from '../format';
import type { Report } from '../reportSchema';
import { codeBlock, escapeMarkdown, list, table } from './escapeMarkdown';

/** Everything that was measured, with its interval, number of values, time and source. */
export function measurementsSection({ measurements }: Report): string {
  if (measurements.length === 0) return '';
  const head =
    'Metric,Statistic,Subject,Value,Interval,n,From,To,Source,Confidence'.split(
      ',',
    );
  const rows = measurements.map(each => [
    each.metric,
    formatStatistic(each.statistic),
    each.subject,
    formatValue(each.value, each.unit),
    each.interval ? formatInterval(each.interval, each.unit) : '–',
    formatNumber(each.n),
    each.window.start,
    each.window.end,
    `${each.source.kind} ${each.source.detail} ${
      each.source.version ?? ''
    } from ${each.source.vantage}`,
    `${each.confidence.value} ${each.confidence.reasons.join('; ')}`,
  ]);
  return `## Measurements\n\n${table(head, rows)}`;
}

/** What was measured: image, model, revision, replicas, resources. */
export function environmentSection({ fingerprint }: Report): string {
  const rows = Object.entries(fingerprint)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]);
  return `## What was measured\n\n${table(['Fact', 'Value'], rows)}`;
}

/** What the run was allowed to do, how it was started, and the commands that repeat it. */
export function methodSection({ plan, run, commands, notes }: Report): string {
  const head =
    'Probe,Subject,Address,Allowed by,Effect,From,Requests at most,Rate,Connections,Time'.split(
      ',',
    );
  const rows = plan.probes.map(each => [
    each.title ?? each.probe,
    each.subject,
    each.address,
    each.allowedBy,
    each.effect,
    each.vantage,
    formatNumber(each.max.requests),
    formatValue(each.max.rate, '1/s'),
    formatNumber(each.max.connections),
    formatValue(each.max.seconds, 's'),
  ]);
  const stops = plan.probes.flatMap(({ probe, stopRules }) =>
    stopRules.map(rule => `${probe} ends by itself: ${rule}`),
  );
  const facts = [
    `Run ${run.id}: ${run.state}, started by ${run.requestedBy} (${run.trigger}).`,
    run.startedAt && `Started ${formatExactTime(run.startedAt)}.`,
    run.finishedAt && `Finished ${formatExactTime(run.finishedAt)}.`,
    run.error && `Error ${run.error.code}: ${run.error.message}`,
    ...stops,
  ].filter((text): text is string => Boolean(text));
  return [
    '## How it was measured',
    list(facts),
    rows.length > 0 ? table(head, rows) : '',
    ...commands.map(
      ({ subject, command }) =>
        `${escapeMarkdown(subject)}:\n\n${codeBlock(command)}`,
    ),
    notes.length > 0 ? `### Notes\n\n${list(notes)}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The raw material that is kept with the report; linked when the address of the portal is known. */
export function evidenceSection(
  { evidence }: Report,
  baseUrl?: string,
): string {
  if (evidence.length === 0) return '';
  const items = evidence.map(({ kind, title, href }) => {
    const text = escapeMarkdown(`${title} (${kind})`);
    // Only a path of the portal is a link: anything else could lead anywhere.
    return baseUrl && /^\/(?![/\\])[\w\-./~%]*$/.test(href)
      ? `- [${text}](<${encodeURI(baseUrl)}${href}>)`
      : `- ${text}`;
  });
  return `## Evidence\n\n${items.join('\n')}`;
}
