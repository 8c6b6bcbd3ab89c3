import type { Report } from '@dynoscope/scorecard';
import { mostCharacters } from './ReportStore';

/** Leaves out what the page would draw, the largest first, until the document may be kept. The raw material stays. */
export function fitReport(report: Report): Report {
  let fitted = report;
  while (JSON.stringify(fitted).length > mostCharacters) {
    const [largest] = fitted.evidence
      .filter(({ data }) => data !== undefined)
      .sort((a, b) => sizeOf(b.data) - sizeOf(a.data));
    if (!largest) return fitted;
    fitted = {
      ...fitted,
      evidence: fitted.evidence.map(item =>
        item === largest ? { ...item, data: undefined } : item,
      ),
      notes: [
        ...fitted.notes,
        `"${largest.title}" was too large for the report and is only kept as raw material.`,
      ],
    };
  }
  return fitted;
}

function sizeOf(data: unknown): number {
  return JSON.stringify(data).length;
}
