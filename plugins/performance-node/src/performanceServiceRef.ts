import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  PerformanceClient,
  type PerformanceApi,
} from '@dynoscope/backstage-plugin-performance-common';

/**
 * Lets other plugins plan and start runs and read their results.
 *
 * @public
 */
export interface PerformanceService {
  /** The interface of the plugin on behalf of a caller, who gets what the permissions give to that caller. */
  onBehalfOf(credentials: BackstageCredentials): PerformanceApi;
}

/**
 * The service of the performance plugin for other plugins.
 *
 * @public
 */
export const performanceServiceRef = createServiceRef<PerformanceService>({
  id: 'performance.client',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) => ({
        onBehalfOf: credentials =>
          new PerformanceClient({
            discoveryApi: discovery,
            fetchApi: {
              async fetch(input, init) {
                const { token } = await auth.getPluginRequestToken({
                  onBehalfOf: credentials,
                  targetPluginId: 'performance',
                });
                const headers = new Headers(init?.headers);
                headers.set('Authorization', `Bearer ${token}`);
                return fetch(input, { ...init, headers });
              },
            },
          }),
      }),
    }),
});
