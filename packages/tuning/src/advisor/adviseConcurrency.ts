/**
 * Requests that a pod must take at a time so that none waits in front of it: `containerConcurrency` of KServe's serverless
 * deployments.
 *
 * @public
 */
export function adviseConcurrency(options: {
  users: number;
  pods: number;
}): number {
  return Math.ceil(options.users / options.pods);
}
