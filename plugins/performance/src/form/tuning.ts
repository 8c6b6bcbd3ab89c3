import type { GenerateRequest } from '@dynoscope/scorecard';

/**
 * What the field hands to the template: the miss to mend, or the options of a new service.
 *
 * @public
 */
export interface Tuning {
  reportId?: string;
  checkId?: string;
  subject?: string;
  /** What a person set; the rest is computed. */
  options?: Record<string, unknown>;
}

/** The generator behind the template. */
export const generatorId = 'inference-service';

/** Whether there is enough to compute from: a miss, or a service with a name. */
export function isComplete(tuning: Tuning): boolean {
  return tuning.reportId !== undefined || Boolean(tuning.options?.name);
}

/** The question to the backend; what the address of the page adds beside it is left out. */
export function requestOf(tuning: Tuning): GenerateRequest {
  const { reportId, checkId, subject, options } = tuning;
  return { reportId, checkId, subject, options };
}
