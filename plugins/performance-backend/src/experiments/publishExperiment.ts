import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Experiment } from '@dynoscope/scorecard';

/**
 * Sends each change of an experiment to the pages that watch it. The channel is named after the id of the experiment, which
 * is random and told only to those who may see it.
 */
export function createExperimentPublisher(options: {
  signals: SignalsService;
  logger: LoggerService;
}): (experiment: Experiment) => void {
  const { signals, logger } = options;
  return experiment => {
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: `performance:experiment:${experiment.id}`,
        message: JSON.parse(JSON.stringify(experiment)),
      })
      .catch(error =>
        logger.debug('The change of an experiment could not be published', {
          experimentId: experiment.id,
          error: String(error),
        }),
      );
  };
}
