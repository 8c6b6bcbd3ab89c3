import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
  type FieldExtensionComponentProps,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { Route, Routes } from 'react-router-dom';
import { exampleMiss } from '../dev/ExampleForm';
import { exampleApi } from '../dev/exampleApi';
import { exampleEntity } from '../dev/exampleEntity';
import { performanceApiRef } from './api/performanceApiRef';
import {
  EntityPerformanceCard,
  EntityPerformanceContent,
  InferenceServiceFieldExtension,
  PerformancePage,
} from './legacy';
import { entityContentRouteRef, rootRouteRef } from './routes';

const page = '/catalog/default/component/sluggish-ranker';

/** Mounts a part of the plugin as an app of the old frontend system does. */
function renderLegacy(element: ReactElement, entry = page) {
  return renderInTestApp(
    <TestApiProvider apis={[[performanceApiRef, exampleApi()]]}>
      <EntityProvider entity={exampleEntity}>
        <Routes>
          <Route path={`${page}/*`} element={element} />
          <Route path="/performance/*" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [entry],
      mountedRoutes: {
        '/performance': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/catalog/:namespace/:kind/:name/performance': entityContentRouteRef,
      },
    },
  );
}

describe('the old frontend system', () => {
  it('has the card', async () => {
    await renderLegacy(<EntityPerformanceCard />);
    expect(await screen.findByText('Score 34 of 100')).toBeInTheDocument();
  });

  it('has the tab', async () => {
    await renderLegacy(<EntityPerformanceContent />);
    expect(
      await screen.findByRole('link', { name: 'Open report' }),
    ).toHaveAttribute('href', '/performance/reports/report-187');
  });

  it('has the page and the reports below it', async () => {
    const list = await renderLegacy(<PerformancePage />, '/performance');
    expect(await screen.findByText('What is checked')).toBeInTheDocument();
    list.unmount();
    await renderLegacy(<PerformancePage />, '/performance/reports/report-187');
    expect(
      await screen.findAllByText(/P99 latency/, {}, { timeout: 5_000 }),
    ).not.toHaveLength(0);
  });

  it('has the form field of the template, under the name that templates use', async () => {
    function Fields() {
      const [field] = useCustomFieldExtensions<FieldExtensionOptions>(
        <ScaffolderFieldExtensions>
          <InferenceServiceFieldExtension />
        </ScaffolderFieldExtensions>,
      );
      const Field = field.component;
      const props = {
        formData: exampleMiss,
        onChange: () => {},
      } as unknown as FieldExtensionComponentProps<unknown>;
      return (
        <section aria-label={field.name}>
          <Field {...props} />
        </section>
      );
    }
    await renderLegacy(<Fields />);
    const field = await screen.findByRole('region', {
      name: 'DynoscopeInferenceService',
    });
    expect(
      await within(field).findByRole('textbox', { name: 'maxLatency' }),
    ).toHaveValue('5');
  });
});
