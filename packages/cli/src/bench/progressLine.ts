import type { LoadPlan, LoadProgress } from '@dynoscope/load';

/** One line that says how far a run is. */
export function progressLine(plan: LoadPlan, progress: LoadProgress): string {
  const whole =
    plan.seconds === undefined ? undefined : plan.warmupSeconds + plan.seconds;
  const parts = [
    progress.phase === 'warmup' ? 'warm-up' : progress.phase,
    whole === undefined
      ? `${progress.succeeded + progress.failed} of ${plan.requests} requests`
      : `${progress.elapsedSeconds.toFixed(0)} of ${whole} s`,
    `${progress.rate.toFixed(0)} req/s`,
    ...(progress.p50 === undefined
      ? []
      : [`P50 ${progress.p50.toFixed(1)} ms`]),
    ...(progress.p99 === undefined
      ? []
      : [`P99 ${progress.p99.toFixed(1)} ms`]),
    `${progress.failed} failed`,
  ];
  return parts.join(' · ');
}
