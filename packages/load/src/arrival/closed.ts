import type { Arrivals, SendRequest } from './Arrivals';
import type { Pacer } from './Pacer';

/**
 * A closed loop: each user sends the next request when the last one is answered, after `thinkMs`. Under a rate ceiling
 * users wait in line for the next slot; a request is then intended when it gets its slot, so the wait is no latency.
 */
export function createClosedArrivals(options: {
  users: number;
  thinkMs: number;
  pacer?: Pacer;
  now: () => number;
  send: SendRequest;
}): Arrivals {
  const { users, thinkMs, pacer, now, send } = options;
  const line: number[] = [];
  const pauses = new Set<NodeJS.Timeout>();
  let slotTimer: NodeJS.Timeout | undefined;
  let stopped = false;
  let heldBack = 0;

  function due(user: number): void {
    if (!pacer) {
      send(user, now());
      return;
    }
    line.push(user);
    if (!slotTimer) serveLine(pacer);
    if (slotTimer) heldBack += 1;
  }

  function serveLine(slots: Pacer): void {
    slotTimer = undefined;
    while (line.length > 0 && !stopped) {
      const wait = slots.take(now());
      if (wait > 0) {
        slotTimer = setTimeout(() => serveLine(slots), wait);
        return;
      }
      send(line.shift()!, now());
    }
  }

  function free(user: number, pauseMs = thinkMs): void {
    if (stopped) return;
    if (pauseMs === 0) {
      due(user);
      return;
    }
    const timer = setTimeout(() => {
      pauses.delete(timer);
      due(user);
    }, pauseMs);
    pauses.add(timer);
  }

  return {
    start: () => {
      for (let user = 0; user < users && !stopped; user++) due(user);
    },
    free,
    heldBack: () => heldBack,
    stop: () => {
      stopped = true;
      clearTimeout(slotTimer);
      pauses.forEach(clearTimeout);
      pauses.clear();
    },
  };
}
