import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Run } from '@dynoscope/scorecard';
import { activeStates } from './queue/transitions';

const pauseMilliseconds = 500;

/**
 * Sends each change of a run to the pages that watch it, at most two a second and the last one always. The channel is
 * named after the id of the run, which is random and told only to those who may read the run.
 */
export function createRunPublisher(options: {
  signals: SignalsService;
  logger: LoggerService;
}): (run: Run) => void {
  const { signals, logger } = options;
  const waiting = new Map<string, { newest?: Run; timer: NodeJS.Timeout }>();

  const send = (run: Run) => {
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: `performance:run:${run.id}`,
        message: JSON.parse(JSON.stringify(run)),
      })
      .catch(error =>
        logger.debug('The progress of a run could not be published', {
          runId: run.id,
          error: String(error),
        }),
      );
  };
  const pause = (id: string) => {
    const timer = setTimeout(() => {
      const newest = waiting.get(id)?.newest;
      waiting.delete(id);
      if (newest) publish(newest);
    }, pauseMilliseconds);
    waiting.set(id, { timer });
  };
  function publish(run: Run): void {
    const pending = waiting.get(run.id);
    if (!activeStates.includes(run.state)) {
      clearTimeout(pending?.timer);
      waiting.delete(run.id);
      send(run);
    } else if (pending) pending.newest = run;
    else {
      send(run);
      pause(run.id);
    }
  }
  return publish;
}
