import { coreExtensionData } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../dev/exampleApi';
import { exampleComparison } from '../dev/exampleComparison';
import { exampleEntity } from '../dev/exampleEntity';
import { exampleExplained } from '../dev/exampleRemedy';
import { exampleReport } from '../dev/exampleReport';
import { exampleScorecard } from '../dev/exampleScorecard';
import { performanceApiRef } from './api/performanceApiRef';
import performancePlugin from '.';

function renderPortal(path: string, api: PerformanceApi = exampleApi()) {
  return renderTestApp({
    features: [catalogPlugin, scaffolderPlugin, performancePlugin],
    initialRouteEntries: [path],
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [exampleEntity] })],
      [performanceApiRef, api],
    ],
  });
}

const page = '/catalog/default/component/sluggish-ranker';

describe('performancePlugin', () => {
  it('puts the card on the overview, which leads to the tab and the report', async () => {
    renderPortal(page);
    expect(
      await screen.findByText('Score 34 of 100', {}, { timeout: 10_000 }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show all' })).toHaveAttribute(
      'href',
      `${page}/performance`,
    );
  }, 20_000);

  it('puts the tab on the page of an entity', async () => {
    renderPortal(`${page}/performance`);
    const card = await screen.findByRole(
      'article',
      { name: 'Scorecard' },
      { timeout: 10_000 },
    );
    expect(
      within(card).getByRole('link', { name: 'Open report' }),
    ).toHaveAttribute('href', '/performance/reports/report-187');
  }, 20_000);

  it('lists what is checked at /performance, with the way to the catalog', async () => {
    renderPortal('/performance');
    expect(
      await screen.findByText('P99 latency', {}, { timeout: 10_000 }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the catalog' }),
    ).toHaveAttribute('href', '/catalog');
  }, 20_000);

  it('shows the report that the address names', async () => {
    const getReport = jest.fn(async () => exampleReport);
    renderPortal('/performance/reports/report-187', exampleApi({ getReport }));
    expect(
      await screen.findAllByText(/P99 latency/, {}, { timeout: 10_000 }),
    ).not.toHaveLength(0);
    expect(getReport).toHaveBeenCalledWith('report-187');
  }, 20_000);

  it('leads from a remedy to the template of the scaffolder', async () => {
    renderPortal(
      `${page}/performance`,
      exampleApi({ scorecard: { ...exampleScorecard, ...exampleExplained } }),
    );
    const link = await screen.findByRole(
      'link',
      { name: /^Fix this/ },
      { timeout: 10_000 },
    );
    expect(link.getAttribute('href')).toMatch(
      /^\/create\/templates\/default\/inference-service\?formData=%7B%22tuning%22/,
    );
  }, 20_000);

  it('compares the reports that the address names', async () => {
    const compare = jest.fn(async () => exampleComparison);
    renderPortal('/performance/compare/a/b', exampleApi({ compare }));
    expect(
      await screen.findByRole(
        'table',
        { name: 'Comparison' },
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
    expect(compare).toHaveBeenCalledWith(
      { base: 'a', candidate: 'b' },
      expect.anything(),
    );
  }, 20_000);

  it('opens the plan of a run from the menu of an entity', async () => {
    renderPortal(page);
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'More actions' },
        { timeout: 10_000 },
      ),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Measure performance' }),
    );
    expect(
      await screen.findByRole('dialog', { name: /sluggish-ranker/ }),
    ).toBeInTheDocument();
  }, 20_000);

  it('keeps an error of its own inside the card', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const broken = { ...exampleScorecard, outcomes: undefined as never };
    renderPortal(page, exampleApi({ scorecard: broken }));
    expect(
      await screen.findByText('About', {}, { timeout: 10_000 }),
    ).toBeInTheDocument();
    expect(
      await screen.findAllByText(/Cannot read properties of undefined/),
    ).not.toHaveLength(0);
    jest.restoreAllMocks();
  }, 20_000);
});

describe('extensions', () => {
  const card = performancePlugin.getExtension(
    'entity-card:performance/scorecard',
  );
  const content = performancePlugin.getExtension('entity-content:performance');

  it('have the ids that portals configure', () => {
    expect(performancePlugin.getExtension('api:performance')).toBeDefined();
    expect(
      performancePlugin.getExtension(
        'entity-context-menu-item:performance/run',
      ),
    ).toBeDefined();
    expect(performancePlugin.getExtension('page:performance')).toBeDefined();
  });

  it('give the scaffolder its form field under the name that templates use', async () => {
    const field = performancePlugin.getExtension(
      'scaffolder-form-field:performance/inference-service',
    );
    const load = createExtensionTester(field).get(
      FormFieldBlueprint.dataRefs.formFieldLoader,
    );
    expect(await load()).toMatchObject({ name: 'DynoscopeInferenceService' });
  });

  it.each([
    ['a service', { kind: 'Component', spec: { type: 'service' } }, true],
    ['a database', { kind: 'Resource', spec: { type: 'database' } }, true],
    ['a library', { kind: 'Component', spec: { type: 'library' } }, false],
    ['a group', { kind: 'Group', spec: { type: 'team' } }, false],
    [
      'a website that names an endpoint',
      {
        kind: 'Component',
        metadata: {
          name: 'x',
          annotations: { 'dynoscope.dev/inference': 'iris' },
        },
        spec: { type: 'website' },
      },
      true,
    ],
  ])('are shown for %s: %#', (_name, part, isShown) => {
    const entity = { ...exampleEntity, metadata: { name: 'x' }, ...part };
    const filters = [
      createExtensionTester(card).get(
        EntityCardBlueprint.dataRefs.filterFunction,
      ),
      createExtensionTester(content).get(
        EntityContentBlueprint.dataRefs.filterFunction,
      ),
    ];
    expect(filters.map(filter => filter?.(entity))).toEqual([isShown, isShown]);
  });

  it('take another filter and another group from the configuration', () => {
    const tester = createExtensionTester(content, {
      config: { filter: { kind: 'api' }, group: 'operation', path: '/speed' },
    });
    const filter = tester.get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(filter?.({ ...exampleEntity, kind: 'API' })).toBe(true);
    expect(filter?.(exampleEntity)).toBe(false);
    expect(tester.get(EntityContentBlueprint.dataRefs.group)).toBe('operation');
    expect(tester.get(coreExtensionData.routePath)).toBe('/speed');
  });

  it('stand in the group observability by default', () => {
    expect(
      createExtensionTester(content).get(EntityContentBlueprint.dataRefs.group),
    ).toBe('observability');
  });
});
