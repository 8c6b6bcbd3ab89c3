import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  scaffolderApiRef,
  type ScaffolderApi,
} from '@backstage/plugin-scaffolder-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleMiss } from '../../dev/ExampleForm';
import { exampleApi } from '../../dev/exampleApi';
import { exampleGenerated } from '../../dev/exampleGenerated';
import { refusal } from '../../dev/refusal';
import { performanceApiRef } from '../api/performanceApiRef';
import performancePlugin from '..';

const page = '/create/templates/default/inference-service';

/** What the template asks, as the scaffolder's backend answers it. */
const scaffolder = {
  getTemplateParameterSchema: async () => ({
    title: 'Inference service',
    steps: [
      {
        title: 'The service',
        schema: {
          type: 'object',
          required: ['tuning'],
          properties: {
            tuning: {
              title: 'Service',
              type: 'object',
              'ui:field': 'DynoscopeInferenceService',
              properties: {
                reportId: { type: 'string' },
                checkId: { type: 'string' },
                subject: { type: 'string' },
                options: { type: 'object' },
              },
              additionalProperties: false,
            },
          },
        },
      },
    ],
  }),
} as unknown as ScaffolderApi;

beforeEach(() => {
  window.scrollTo = () => {};
});
afterEach(() => window.history.replaceState({}, '', '/'));

it('stands in the form of the scaffolder, filled in by the address, and lets go on only what can be made', async () => {
  const generate = jest.fn(async (..._asked: unknown[]) => exampleGenerated);
  const formData = encodeURIComponent(JSON.stringify({ tuning: exampleMiss }));
  // The scaffolder reads the address of the window.
  window.history.replaceState({}, '', `${page}?formData=${formData}`);
  renderTestApp({
    features: [catalogPlugin, scaffolderPlugin, performancePlugin],
    initialRouteEntries: [page],
    apis: [
      [catalogApiRef, catalogApiMock()],
      [performanceApiRef, exampleApi({ generate })],
      [scaffolderApiRef, scaffolder],
    ],
  });
  const field = await screen.findByRole('textbox', { name: 'maxLatency' });
  expect(field).toHaveValue('5');
  await userEvent.clear(field);
  await userEvent.type(field, '0');
  await waitFor(() => expect(generate).toHaveBeenCalledTimes(2));

  const message = 'options.maxLatency: 0 is not allowed; 1 to 60000 are';
  generate.mockRejectedValueOnce(refusal({ status: 400, message }));
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  expect(await screen.findAllByText(new RegExp(message))).not.toHaveLength(0);
  expect(screen.getByRole('textbox', { name: 'maxLatency' })).toHaveValue('0');

  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  expect(
    await screen.findByRole('button', { name: 'Create' }),
  ).toBeInTheDocument();
  expect(generate.mock.lastCall).toEqual([
    'inference-service',
    { ...exampleMiss, options: { maxLatency: 0 } },
  ]);
});
