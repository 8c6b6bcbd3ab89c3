import type {
  BackstageCredentials,
  BackstageNonePrincipal,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Run } from '@dynoscope/scorecard';

/** Who asks, in words for the run, and what that makes its trigger. */
export function principalOf(credentials: BackstageCredentials): {
  name: string;
  trigger: Run['trigger'];
} {
  const principal = credentials.principal as
    | BackstageUserPrincipal
    | BackstageServicePrincipal
    | BackstageNonePrincipal;
  if (principal.type === 'user') {
    return { name: principal.userEntityRef, trigger: 'user' };
  }
  return {
    name: principal.type === 'service' ? principal.subject : 'nobody',
    trigger: 'api',
  };
}
