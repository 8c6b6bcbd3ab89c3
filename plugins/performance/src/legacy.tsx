import { Content, Header, Page } from '@backstage/core-components';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponent,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { PerformanceClient } from '@dynoscope/backstage-plugin-performance-common';
import { Suspense, lazy } from 'react';
import { performanceApiRef } from './api/performanceApiRef';
import type { Tuning } from './form/tuning';
import {
  catalogRouteRef,
  compareRouteRef,
  entityContentRouteRef,
  performanceTabRouteRef,
  reportRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

export type { Tuning } from './form/tuning';

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
    compare: compareRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: {
    performanceTab: performanceTabRouteRef,
    catalog: catalogRouteRef,
    template: templateRouteRef,
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

const LazyInferenceServiceField = lazy(() =>
  import('./form/InferenceServiceField').then(m => ({
    default: m.InferenceServiceField,
  })),
);

/**
 * The field of the template `inference-service`, for `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const InferenceServiceFieldExtension: FieldExtensionComponent<
  Tuning,
  {}
> = performancePlugin.provide(
  createScaffolderFieldExtension<Tuning>({
    name: 'DynoscopeInferenceService',
    component: (props: FieldExtensionComponentProps<Tuning>) => (
      <Suspense fallback={null}>
        <LazyInferenceServiceField {...props} />
      </Suspense>
    ),
    validation: async (...given) => {
      const { validateTuning } = await import('./form/validateTuning');
      return validateTuning(...given);
    },
  }),
);
