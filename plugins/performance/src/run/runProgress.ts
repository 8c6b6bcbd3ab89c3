import type { ProbeProgress, Run, RunState } from '@dynoscope/scorecard';

/** How far a run is, by what the backend has said and never by the clock of the browser. */
export interface RunProgress {
  /** 0 to 1. */
  share: number;
  elapsedSeconds: number;
  totalSeconds: number;
  current?: ProbeProgress;
}

const ended: RunState[] = [
  'succeeded',
  'partial',
  'failed',
  'cancelled',
  'interrupted',
];

export function isEnded(run: Run): boolean {
  return ended.includes(run.state);
}

function shareOf(probe: ProbeProgress): number {
  if (probe.state === 'waiting') return 0;
  if (probe.state !== 'running') return 1;
  return probe.total > 0
    ? Math.min(1, Math.max(0, probe.done / probe.total))
    : 0;
}

/** What a probe says that it takes; the plan only says what it may take at most. */
export function secondsOf(probe: ProbeProgress): number | undefined {
  return probe.unit === 's' && probe.total > 0 ? probe.total : undefined;
}

export function runProgress(run: Run): RunProgress {
  const steps = run.progress.probes.map(probe => {
    const planned = run.plan.probes.find(
      ({ probe: id, subject }) =>
        id === probe.probe && subject === probe.subject,
    );
    return {
      share: shareOf(probe),
      seconds: secondsOf(probe) ?? planned?.max.seconds ?? 0,
    };
  });
  const totalSeconds = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const elapsedSeconds = steps.reduce(
    (sum, { share, seconds }) => sum + share * seconds,
    0,
  );
  return {
    share: totalSeconds > 0 ? elapsedSeconds / totalSeconds : 0,
    elapsedSeconds,
    totalSeconds,
    current: run.progress.probes.find(({ state }) => state === 'running'),
  };
}
