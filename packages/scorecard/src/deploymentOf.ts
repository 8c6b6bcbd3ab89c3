import type { Deployment } from './deploymentSchema';
import type { Fingerprint } from './reportSchema';

/**
 * How a subject of a report is deployed; `undefined` where nobody knows.
 *
 * @public
 */
export function deploymentOf(
  fingerprint: Pick<Fingerprint, 'deployment' | 'deployments'>,
  subject: string,
): Deployment | undefined {
  const { deployment, deployments } = fingerprint;
  return deployments ? deployments[subject] : deployment;
}
