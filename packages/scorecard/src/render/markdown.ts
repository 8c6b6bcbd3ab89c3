import { formatExactTime } from '../format';
import type { Report } from '../reportSchema';
import { escapeMarkdown } from './escapeMarkdown';
import { outcomesSection, scoreSection } from './outcomeSections';
import { remediesSection } from './remediesSection';
import {
  environmentSection,
  evidenceSection,
  measurementsSection,
  methodSection,
} from './sections';

/**
 * The report as a markdown document with everything that it holds. Texts of unknown origin are plain words in it: no
 * markup, no links, no mentions.
 *
 * @public
 */
export function renderMarkdown(
  report: Report,
  options: {
    /** Address of the portal's backend, which links to evidence are made with. */
    baseUrl?: string;
  } = {},
): string {
  const { entityRef, environment, createdAt, id, schemaVersion } = report;
  const sections = [
    `# Performance report of ${escapeMarkdown(entityRef)}`,
    [
      `Environment ${escapeMarkdown(environment)}`,
      formatExactTime(createdAt),
      `report ${escapeMarkdown(id)}`,
      `schema ${schemaVersion}`,
    ].join(' · '),
    scoreSection(report),
    outcomesSection(report.outcomes),
    remediesSection(report),
    measurementsSection(report),
    environmentSection(report),
    methodSection(report),
    evidenceSection(report, options.baseUrl),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}
