import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { recomputeRemedy } from '@dynoscope/tuning';
import type { EntityGuard } from '../permissions/EntityGuard';
import type { ReportService } from '../reports/ReportService';
import { AuthorizedExperimentService } from './AuthorizedExperimentService';
import { DefaultExperimentService } from './DefaultExperimentService';
import type { ExperimentService } from './ExperimentService';
import { scheduleExperiments } from './measureExperiments';
import { createExperimentPublisher } from './publishExperiment';

type Parts = Omit<
  Parameters<typeof DefaultExperimentService.create>[0] &
    Parameters<typeof scheduleExperiments>[0],
  'onChange' | 'recomputeRemedy'
>;

/**
 * Experiments, and the task that measures them.
 *
 * @param parts - `authorizedReports`: those that a caller may see
 */
export async function createExperiments(
  parts: Parts & {
    scheduler: SchedulerService;
    signals: SignalsService;
    guard: EntityGuard;
    authorizedReports: ReportService;
  },
): Promise<ExperimentService> {
  const { guard, config, authorizedReports } = parts;
  const onChange = createExperimentPublisher(parts);
  await scheduleExperiments({ ...parts, onChange });
  return AuthorizedExperimentService.create({
    service: DefaultExperimentService.create({
      ...parts,
      onChange,
      recomputeRemedy,
    }),
    reports: authorizedReports,
    guard,
    config,
  });
}
