import { deploymentOf, type Report } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import type { PerformanceConfig } from '../config';
import { soon } from './draftExperiment';
import type { ExperimentStore } from './ExperimentStore';
import { showsChanges } from './showsChanges';

/**
 * Sees in a report that a proposed change came into force, such as by a merged pull request, and has it measured. In
 * production somebody must ask for that.
 */
export async function noticeDeployment(
  tx: Knex.Transaction,
  report: Report,
  options: {
    experiments: ExperimentStore;
    config: Pick<PerformanceConfig, 'environments'>;
  },
): Promise<void> {
  const { experiments, config } = options;
  for (const stored of await experiments.proposed(report, tx)) {
    const { subject, changes } = stored.experiment;
    const measured = report.measurements.some(each => each.subject === subject);
    const deployment = deploymentOf(report.fingerprint, subject);
    if (!measured || !deployment || !showsChanges(deployment, changes)) {
      continue;
    }
    const { production } = config.environments[report.environment];
    const at = new Date(report.createdAt);
    await experiments.change(
      stored,
      {
        ...(!production && { measureAskedAt: at }),
        experiment: {
          state: 'applied',
          appliedAt: report.createdAt,
          waiting: production
            ? 'The change is in force. This is production: choose Measure again and type the name of the entity.'
            : soon,
        },
      },
      tx,
    );
  }
}
