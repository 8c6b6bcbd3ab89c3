import type { ProbeContext } from '@dynoscope/backstage-plugin-performance-node';
import {
  validityLimits,
  type LoadOptions,
  type LoadProgress,
} from '@dynoscope/load';
import type { PerformanceError } from '../performanceError';
import {
  breakerError,
  breakerReason,
  type BreakerSample,
} from '../runs/breaker';
import { watchPortal } from '../runs/watchPortal';

const messages: Record<LoadProgress['phase'], string> = {
  warmup: 'Warm-up',
  steady: 'Measuring',
  drain: 'Waiting for the last answers',
};

/** Seconds of samples that the breaker can need. */
const remembered = 30;

/** The hooks of a load, and what they came to. */
export interface LoadWatch
  extends Required<Pick<LoadOptions, 'onProgress' | 'shouldStop'>> {
  /** The error of the breaker when it ended the load. */
  opened(): PerformanceError | undefined;
  end(): void;
}

/** Follows a load: tells how far it is, and ends it when it hurts its target or the portal. */
export function watchLoad(options: {
  progress: ProbeContext['progress'];
  totalSeconds: number;
  /** P99 that the target had before, ms. */
  baselineP99?: number;
}): LoadWatch {
  const { progress, totalSeconds, baselineP99 } = options;
  const portal = watchPortal();
  let samples: BreakerSample[] = [];
  let opened: PerformanceError | undefined;
  return {
    onProgress(now) {
      progress({
        done: Math.min(now.elapsedSeconds, totalSeconds),
        total: totalSeconds,
        unit: 's',
        message: messages[now.phase],
        live: {
          elapsedSeconds: now.elapsedSeconds,
          phase: now.phase,
          rate: now.rate,
          succeeded: now.succeeded,
          failed: now.failed,
          p50: now.p50,
          p99: now.p99,
          clientBusy: now.clientBusy,
          latenessP99: now.latenessP99,
          limits: {
            clientBusy: validityLimits.eventLoopUtilization,
            latenessP99: validityLimits.latenessMs,
          },
        },
      });
    },
    shouldStop({ elapsedSeconds, p99 }) {
      samples = samples.filter(
        sample => sample.elapsedSeconds > elapsedSeconds - remembered,
      );
      samples.push({ elapsedSeconds, p99, lag: portal.lag() });
      const message = breakerReason(samples, { p99: baselineP99 });
      if (message === undefined) return undefined;
      opened = breakerError(message);
      return { code: 'breaker-open', message };
    },
    opened: () => opened,
    end: portal.stop,
  };
}
