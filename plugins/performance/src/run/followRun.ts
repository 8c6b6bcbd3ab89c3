import type { SignalApi } from '@backstage/plugin-signals-react';
import type { Run } from '@dynoscope/scorecard';
import { addLiveSample, type LiveSample } from './liveSamples';
import { isEnded } from './runProgress';

/** What is known of a run that is being followed. */
export interface FollowedRun {
  run?: Run;
  /** Seconds of the load probe, oldest first. */
  samples: LiveSample[];
  /** Why the last question was not answered; the run goes on being followed. */
  error?: Error;
  /** Nothing was heard for a while: what is shown is not current. */
  isStale: boolean;
  /** Seconds since the run was last heard of. */
  silentSeconds: number;
}

export interface FollowRunOptions {
  runId: string;
  getRun(runId: string): Promise<Run>;
  signals?: SignalApi;
  onChange(followed: FollowedRun): void;
}

const secondMs = 1000;
const staleAfterMs = 5000;
const slowestPollMs = 10_000;

export const unfollowed: FollowedRun = {
  samples: [],
  isStale: false,
  silentSeconds: 0,
};

function isNews(message: unknown, runId: string): message is Run {
  const run = message as Partial<Run> | null;
  return run?.id === runId && Array.isArray(run.progress?.probes);
}

/**
 * Follows a run to its end: by signals, and by a question a second while no signal comes. An answer that was asked for
 * before the last word came is dropped, since it is older. Returns the function that ends it.
 */
export function followRun(options: FollowRunOptions): () => void {
  const { runId, getRun, signals, onChange } = options;
  let followed = unfollowed;
  let heardAt = Date.now();
  let askedAt = 0;
  let words = 0;
  let failures = 0;
  let isAsking = false;
  let isStopped = false;
  let stop = () => {};

  const change = (next: Partial<FollowedRun>) => {
    if (isStopped) return;
    followed = { ...followed, ...next };
    onChange(followed);
  };
  const hear = (run: Run) => {
    heardAt = Date.now();
    words += 1;
    failures = 0;
    change({
      run,
      samples: addLiveSample(followed.samples, run),
      error: undefined,
      isStale: false,
      silentSeconds: 0,
    });
    if (isEnded(run)) stop();
  };
  const ask = async () => {
    const wordsBefore = words;
    isAsking = true;
    askedAt = Date.now();
    try {
      const run = await getRun(runId);
      if (words === wordsBefore || isEnded(run)) hear(run);
    } catch (error) {
      failures += 1;
      change({ error: error as Error });
    }
    isAsking = false;
  };
  const tick = () => {
    const now = Date.now();
    const silentMs = now - heardAt;
    const backOffMs = Math.min(slowestPollMs, secondMs * 2 ** failures);
    const waitMs = isAsking ? slowestPollMs : backOffMs;
    if (silentMs >= secondMs && now - askedAt >= waitMs) ask();
    if (silentMs >= staleAfterMs) {
      change({ isStale: true, silentSeconds: Math.floor(silentMs / secondMs) });
    }
  };

  const subscription = signals?.subscribe(
    `performance:run:${runId}`,
    message => {
      if (isNews(message, runId)) hear(message);
    },
  );
  const timer = setInterval(tick, secondMs);
  stop = () => {
    isStopped = true;
    clearInterval(timer);
    subscription?.unsubscribe();
  };
  ask();
  return stop;
}
