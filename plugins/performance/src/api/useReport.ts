import { useApi } from '@backstage/core-plugin-api';
import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Report } from '@dynoscope/scorecard';
import { performanceApiRef } from './performanceApiRef';
import { useLoadable, type Loadable } from './useLoadable';

/** Reports kept for rows that show parts of the same one. */
const mostKept = 8;

const kept = new WeakMap<PerformanceApi, Map<string, Promise<Report>>>();

/** One run's report. It never changes, so it is fetched once for all who ask. */
export function useReport(id: string): Loadable<Report> {
  const performance = useApi(performanceApiRef);
  return useLoadable(id, () => fetchOnce(performance, id));
}

function fetchOnce(performance: PerformanceApi, id: string): Promise<Report> {
  const reports = kept.get(performance) ?? new Map<string, Promise<Report>>();
  kept.set(performance, reports);
  const known = reports.get(id);
  if (known) {
    return known;
  }
  const report = performance.getReport(id);
  reports.set(id, report);
  report.catch(() => reports.delete(id));
  const [oldest] = reports.keys();
  if (reports.size > mostKept) {
    reports.delete(oldest);
  }
  return report;
}
