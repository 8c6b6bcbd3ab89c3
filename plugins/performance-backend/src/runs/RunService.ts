import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Plan,
  Run,
  RunPlanRequest,
  RunRequest,
} from '@dynoscope/scorecard';

/** On whose behalf something is done. */
export interface OnBehalf {
  credentials: BackstageCredentials;
}

/** Plans, starts, shows and cancels runs. */
export interface RunService {
  /** Keeps a plan and does nothing else. */
  plan(request: RunPlanRequest, options: OnBehalf): Promise<Plan>;
  /** Throws when there is no such plan. */
  getPlan(id: string, options: OnBehalf): Promise<Plan>;
  /** Queues a run of a plan. Throws the first thing that forbids it, `busy` with the run that is going on. */
  start(
    request: RunRequest,
    options: OnBehalf & { idempotencyKey?: string },
  ): Promise<Run>;
  /** Throws when there is no such run. */
  get(id: string, options: OnBehalf): Promise<Run>;
  /** Asks a run to end; answers it as it is then. */
  cancel(id: string, options: OnBehalf): Promise<Run>;
}
