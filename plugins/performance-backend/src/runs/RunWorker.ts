import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Run, RunError } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { isPerformanceError } from '../performanceError';
import { keepLease } from './keepLease';
import type { KillSwitch } from './killSwitch';
import { switchedOff } from './makePlan';
import type { Claim } from './queue/claimRun';
import type { RunEnd } from './queue/endRun';
import type { RunQueue } from './queue/RunQueue';
import { stopReason, type StopReason } from './stopReason';

/** What a run brought: its end, and what is written with it in one transaction. */
export interface RunResult {
  end: RunEnd;
  write?(tx: Knex.Transaction, run: Run): Promise<void>;
}

interface Options {
  queue: RunQueue;
  killSwitch: KillSwitch;
  logger: LoggerService;
  /** Name of this replica, for people who look at the table. */
  name: string;
  /** Does the run; obeys the signal. */
  perform(options: {
    run: Run;
    claim: Claim;
    signal: AbortSignal;
    onProgress(progress: Run['progress']): void;
  }): Promise<RunResult>;
  /** Told each change of a run, also of one that this replica swept. */
  onChange(run: Run): void;
  /** Runs at a time. Default 2. */
  concurrency?: number;
}

const pollMilliseconds = 1000;
const sweepEvery = 5;
const stopMilliseconds = 8000;

const unexpected: RunError = {
  code: 'invalid',
  message:
    'The run failed unexpectedly; the log of the backend has the details',
};

const killed = stopReason({ state: 'cancelled', error: switchedOff });

const shutDown = stopReason({
  state: 'interrupted',
  error: {
    code: 'killed',
    message:
      'The portal shut down while it ran this; nothing was kept of it. Run it again.',
  },
});

/** Takes runs from the queue and does them, one of any number of replicas. */
export class RunWorker {
  private readonly active = new Map<AbortController, Promise<void>>();
  private forget?: () => void;
  private timer?: NodeJS.Timeout;
  private stopped = false;
  private failing = false;
  private polls = 0;

  private constructor(private readonly options: Options) {}

  static create(options: Options): RunWorker {
    return new RunWorker(options);
  }

  start(): void {
    this.forget = this.options.killSwitch.onOff(() => this.stopRuns(killed));
    void this.poll();
  }

  /** Interrupts what goes on and waits until that is written, for at most 8 s. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.forget?.();
    clearTimeout(this.timer);
    this.stopRuns(shutDown);
    const late = new Promise(resolve =>
      setTimeout(resolve, stopMilliseconds).unref(),
    );
    await Promise.race([Promise.all(this.active.values()), late]);
  }

  private async poll(): Promise<void> {
    const { queue, killSwitch, logger, name, concurrency = 2 } = this.options;
    try {
      if (this.polls++ % sweepEvery === 0) {
        for (const run of await queue.sweep()) this.options.onChange(run);
      }
      while (
        !this.stopped &&
        killSwitch.enabled &&
        this.active.size < concurrency
      ) {
        const claim = await queue.claim(name);
        if (!claim) break;
        this.take(claim);
      }
      this.failing = false;
    } catch (error) {
      if (!this.failing) {
        logger.error(
          'The run queue does not answer; trying again every second',
          error as Error,
        );
      }
      this.failing = true;
    }
    if (!this.stopped) {
      this.timer = setTimeout(() => void this.poll(), pollMilliseconds);
    }
  }

  private take(claim: Claim): void {
    const abort = new AbortController();
    const done = this.work(claim, abort)
      .catch(error =>
        this.options.logger.error('A run could not be finished', {
          runId: claim.run.id,
          error: String(error),
        }),
      )
      .finally(() => this.active.delete(abort));
    this.active.set(abort, done);
    if (this.stopped) abort.abort(shutDown);
    if (!this.options.killSwitch.enabled) abort.abort(killed);
  }

  private async work(claim: Claim, abort: AbortController): Promise<void> {
    const { queue, logger, perform, onChange } = this.options;
    const { run } = claim;
    let { progress } = run;
    const tell = () => {
      const state = abort.signal.aborted ? 'cancelling' : 'running';
      onChange({ ...run, state, progress });
    };
    abort.signal.addEventListener('abort', tell, { once: true });
    tell();
    const lease = keepLease({
      queue,
      claim,
      logger,
      progress: () => progress,
      stop: reason => abort.abort(reason),
    });
    try {
      const result = await perform({
        run,
        claim,
        signal: abort.signal,
        onProgress(next) {
          progress = next;
          tell();
        },
      }).catch(error => this.explain(run, error, abort.signal));
      const { end, write }: RunResult = abort.signal.aborted
        ? { end: (abort.signal.reason as StopReason).end }
        : result;
      const ended = await this.finish(claim, { ...end, progress }, write);
      logger.info('A run ended', {
        runId: run.id,
        state: ended?.state ?? 'taken by another replica',
      });
      if (ended) onChange(ended);
    } finally {
      lease.end();
    }
  }

  private explain(run: Run, error: unknown, signal: AbortSignal): RunResult {
    if (!signal.aborted) {
      this.options.logger.error('A run failed', {
        runId: run.id,
        stack: String((error as Error)?.stack),
      });
    }
    const { code, message } = isPerformanceError(error) ? error : unexpected;
    return { end: { state: 'failed', error: { code, message } } };
  }

  /** Tries again while the database is away and the lease may still hold. */
  private async finish(claim: Claim, end: RunEnd, write: RunResult['write']) {
    const { queue } = this.options;
    const until = performance.now() + queue.leaseMilliseconds;
    for (;;) {
      try {
        return await queue.finish(claim, end, write);
      } catch (error) {
        if (this.stopped || performance.now() > until) throw error;
        await new Promise(resolve => setTimeout(resolve, pollMilliseconds));
      }
    }
  }

  private stopRuns(reason: StopReason): void {
    for (const abort of this.active.keys()) abort.abort(reason);
  }
}
