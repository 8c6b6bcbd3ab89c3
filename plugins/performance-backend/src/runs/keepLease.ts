import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Run } from '@dynoscope/scorecard';
import type { Claim } from './queue/claimRun';
import type { RunQueue } from './queue/RunQueue';
import { stopReason, type StopReason } from './stopReason';

const heartbeatMilliseconds = 10_000;
const progressMilliseconds = 1000;
const checkMilliseconds = 500;

const leaseLost = stopReason({
  state: 'interrupted',
  error: {
    code: 'killed',
    message:
      'The portal lost its database while it ran this; nothing was kept of it. Run it again.',
  },
});

/**
 * Renews the lease of a claimed run, keeps its progress and notices a cancel of another replica, until `end` is called.
 * Stops the run by itself, by its own monotonic clock, when the lease could not be renewed in time: another replica may
 * then have declared it interrupted.
 */
export function keepLease(options: {
  queue: RunQueue;
  claim: Claim;
  logger: LoggerService;
  /** The newest progress; kept when it is another object than before. */
  progress(): Run['progress'];
  stop(reason: StopReason): void;
}): { end(): void } {
  const { queue, claim, logger, stop } = options;
  // A third of a lease that is shorter than usual, as in tests.
  const heartbeat = Math.min(
    heartbeatMilliseconds,
    queue.leaseMilliseconds / 3,
  );
  let ended = false;
  let failing = false;
  let renewed = performance.now();
  let kept = options.progress();
  let check: NodeJS.Timeout;
  let expiry: NodeJS.Timeout;

  const expireFrom = (moment: number) => {
    clearTimeout(expiry);
    const left = moment + queue.leaseMilliseconds - performance.now();
    expiry = setTimeout(() => stop(leaseLost), left);
  };

  const look = async () => {
    const now = performance.now();
    const progress = options.progress();
    const due =
      now - renewed >= heartbeat ||
      (progress !== kept && now - renewed >= progressMilliseconds);
    try {
      if (due) await queue.renew(claim, progress);
      const state = await queue.state(claim);
      if (state === undefined) stop(leaseLost);
      if (state === 'cancelling') stop(stopReason({ state: 'cancelled' }));
      if (due && state !== undefined && !ended) {
        renewed = now;
        kept = progress;
        expireFrom(now);
      }
      failing = false;
    } catch (error) {
      if (!failing) {
        logger.warn('The lease of a run could not be renewed; trying again', {
          runId: claim.run.id,
          error: String(error),
        });
      }
      failing = true;
    }
    if (!ended) check = setTimeout(look, checkMilliseconds);
  };

  expireFrom(renewed);
  check = setTimeout(look, checkMilliseconds);
  return {
    end() {
      ended = true;
      clearTimeout(check);
      clearTimeout(expiry);
    },
  };
}
