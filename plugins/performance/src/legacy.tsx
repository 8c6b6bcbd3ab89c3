import { Content, Header, Page } from '@backstage/core-components';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { PerformanceClient } from '@dynoscope/backstage-plugin-performance-common';
import { performanceApiRef } from './api/performanceApiRef';
import {
  catalogRouteRef,
  entityContentRouteRef,
  performanceTabRouteRef,
  reportRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The plugin for apps on the old frontend system.
 *
 * @public
 */
export const performancePlugin = createPlugin({
  id: 'performance',
  apis: [
    createApiFactory({
      api: performanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PerformanceClient(deps),
    }),
  ],
  routes: {
    root: rootRouteRef,
    report: reportRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: {
    performanceTab: performanceTabRouteRef,
    catalog: catalogRouteRef,
  },
});

/**
 * The overview card of an entity's page.
 *
 * @public
 */
export const EntityPerformanceCard: () => JSX.Element | null =
  performancePlugin.provide(
    createComponentExtension({
      name: 'EntityPerformanceCard',
      component: {
        lazy: () => import('./extensions').then(m => m.ScorecardCard),
      },
    }),
  );

/**
 * The Performance tab of an entity's page.
 *
 * @public
 */
export const EntityPerformanceContent: () => JSX.Element =
  performancePlugin.provide(
    createRoutableExtension({
      name: 'EntityPerformanceContent',
      component: () => import('./extensions').then(m => m.PerformanceTab),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * The page at `/performance` and the reports below it.
 *
 * @public
 */
export const PerformancePage: () => JSX.Element = performancePlugin.provide(
  createRoutableExtension({
    name: 'PerformancePage',
    component: () =>
      import('./extensions').then(m => {
        const InPage = () => (
          <Page themeId="tool">
            <Header title="Performance" />
            <Content noPadding>
              <m.PerformancePage />
            </Content>
          </Page>
        );
        return InPage;
      }),
    mountPoint: rootRouteRef,
  }),
);
