import { type LoadPlanInput } from '../plan';

/** A short run against a target, changed as a test needs it. */
export function planFor(
  url: string,
  changes: Partial<LoadPlanInput> = {},
): LoadPlanInput {
  return {
    schemaVersion: 1,
    url,
    method: 'POST',
    body: { text: '{"instances":[[1]]}' },
    protocol: 'kserve-v1',
    arrival: { kind: 'closed', users: 4 },
    timeoutSeconds: 5,
    ...(changes.seconds === undefined && { requests: 40 }),
    ...changes,
  };
}
