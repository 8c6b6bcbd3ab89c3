import type { CheckInfo, List, MetricInfo } from '@dynoscope/scorecard';
import type { Registry } from './createRegistry';

/** The checks as they are listed, each with the target that holds where nothing is known of the subject. */
export function listChecks({ checks }: Registry): List<CheckInfo> {
  return page(
    checks.map(check => {
      const { id, category, title, failureTitle, description, guide } = check;
      const target = check.target({ measurements: [] })?.target;
      return {
        id,
        category,
        title,
        failureTitle,
        description,
        guide,
        metrics: check.metrics.map(each => ({ ...each })),
        ...(target && { target }),
      };
    }),
  );
}

/** The metrics as they are listed. */
export function listMetrics({ metrics }: Registry): List<MetricInfo> {
  return page([...metrics]);
}

function page<T>(items: T[]): List<T> {
  return { items, totalItems: items.length, pageInfo: {} };
}
