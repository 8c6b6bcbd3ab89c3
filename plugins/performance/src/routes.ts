import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** `/performance`. */
export const rootRouteRef = createRouteRef({ id: 'performance' });

/** `/performance/reports/{id}`. */
export const reportRouteRef = createSubRouteRef({
  id: 'performance/report',
  parent: rootRouteRef,
  path: '/reports/:id',
});

/** `/performance/compare/{base}/{candidate}`: two reports held against each other. */
export const compareRouteRef = createSubRouteRef({
  id: 'performance/compare',
  parent: rootRouteRef,
  path: '/compare/:base/:candidate',
});

/** The tab of an entity's page. */
export const entityContentRouteRef = createRouteRef({
  id: 'performance/entity-content',
});

/** The same tab as the card links to it: absent where a portal does not show the tab. */
export const performanceTabRouteRef = createExternalRouteRef({
  id: 'performance/tab',
  optional: true,
  defaultTarget: 'performance.entityContent',
});

/** The list of entities, for a reader who starts at `/performance`. */
export const catalogRouteRef = createExternalRouteRef({
  id: 'performance/catalog',
  optional: true,
  defaultTarget: 'catalog.catalogIndex',
});

/** The form of a template, where remedies are put into force: absent where a portal has no scaffolder. */
export const templateRouteRef = createExternalRouteRef({
  id: 'performance/template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
