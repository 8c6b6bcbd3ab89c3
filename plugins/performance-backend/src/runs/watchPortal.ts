import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How late the event loop of this process has been since it was asked last, in ms. */
export interface PortalWatch {
  lag(): number;
  stop(): void;
}

const resolution = 20;

export function watchPortal(): PortalWatch {
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  return {
    lag() {
      const late = histogram.count === 0 ? 0 : histogram.mean / 1e6;
      histogram.reset();
      return Math.max(0, late - resolution);
    },
    stop: () => histogram.disable(),
  };
}
