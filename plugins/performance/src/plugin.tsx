import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { PerformanceClient } from '@dynoscope/backstage-plugin-performance-common';
import { performanceApiRef } from './api/performanceApiRef';
import { entityFilter } from './entityFilter';
import { PerformanceIcon } from './PerformanceIcon';
import {
  catalogRouteRef,
  compareRouteRef,
  entityContentRouteRef,
  performanceTabRouteRef,
  reportRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';
import { useRunItem } from './useRunItem';

const performanceApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: performanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PerformanceClient(deps),
    }),
});

const performancePage = PageBlueprint.make({
  params: {
    path: '/performance',
    routeRef: rootRouteRef,
    loader: () => import('./extensions').then(m => <m.PerformancePage />),
  },
});

const scorecardCard = EntityCardBlueprint.make({
  name: 'scorecard',
  params: {
    type: 'content',
    filter: entityFilter,
    loader: () => import('./extensions').then(m => <m.ScorecardCard />),
  },
});

const performanceTab = EntityContentBlueprint.make({
  params: {
    path: '/performance',
    title: 'Performance',
    group: 'observability',
    icon: <PerformanceIcon />,
    routeRef: entityContentRouteRef,
    filter: entityFilter,
    loader: () => import('./extensions').then(m => <m.PerformanceTab />),
  },
});

const runItem = EntityContextMenuItemBlueprint.make({
  name: 'run',
  params: {
    icon: <PerformanceIcon />,
    filter: entityFilter,
    useProps: useRunItem,
  },
});

const inferenceServiceField = FormFieldBlueprint.make({
  name: 'inference-service',
  params: {
    field: () =>
      import('./form/inferenceServiceField').then(m => m.inferenceServiceField),
  },
});

/**
 * Performance scorecards in the catalog: a card, a tab and the page of each report.
 *
 * @public
 */
export const performancePlugin = createFrontendPlugin({
  pluginId: 'performance',
  title: 'Performance',
  icon: <PerformanceIcon />,
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
  extensions: [
    performanceApi,
    performancePage,
    scorecardCard,
    performanceTab,
    runItem,
    inferenceServiceField,
  ],
});
