import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { ReactElement } from 'react';
import { performanceApiRef } from '../src/api/performanceApiRef';
import {
  catalogRouteRef,
  performanceTabRouteRef,
  rootRouteRef,
  templateRouteRef,
} from '../src/routes';
import { exampleEntity } from './exampleEntity';

/** Renders a part of the plugin as it stands on the page of the example entity. */
export function renderExample(element: ReactElement, api: PerformanceApi) {
  return renderInTestApp(
    <EntityProvider entity={exampleEntity}>{element}</EntityProvider>,
    {
      apis: [[performanceApiRef, api]],
      mountedRoutes: {
        '/performance': rootRouteRef,
        '/catalog': catalogRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tab': performanceTabRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
    },
  );
}
