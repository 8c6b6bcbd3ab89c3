import type { LoadOptions, LoadProgress } from './LoadOptions';
import type { LoadResult } from './LoadResult';
import type { LoadPlan } from './plan';
import type { Stop } from './Stop';

/** Begins the run. Secrets go this way and no other: not in arguments, not in the environment. */
export interface StartMessage {
  type: 'start';
  plan: LoadPlan;
  options: Pick<LoadOptions, 'address' | 'secretHeaders' | 'tls'>;
}

/** What goes to the engine's process; `alive` again and again, for it ends a run that nobody could stop any more. */
export type ToEngine =
  | StartMessage
  | { type: 'stop'; stop: Stop }
  | { type: 'alive' };

/** What comes from it; after `stopped` nothing is sent to the target any more. */
export type FromEngine =
  | { type: 'ready' }
  | { type: 'progress'; progress: LoadProgress }
  | { type: 'stopped' }
  | { type: 'result'; result: LoadResult }
  | { type: 'error'; message: string };
