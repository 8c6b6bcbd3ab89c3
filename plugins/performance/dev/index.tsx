import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
  ApiBlueprint,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { performanceApiRef } from '../src/api/performanceApiRef';
import performancePlugin from '../src';
import { exampleApi } from './exampleApi';
import { scenarios } from './scenarios';

/** `/?scenario=stale&part=card` shows one state of the card or of the tab. */
const parameters = new URLSearchParams(window.location.search);
const scenario =
  scenarios[parameters.get('scenario') ?? 'full'] ?? exampleApi();

const examples = createFrontendModule({
  pluginId: 'performance',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: performanceApiRef,
          deps: {},
          factory: () => scenario,
        }),
    }),
  ],
});

const gallery = createFrontendPlugin({
  pluginId: 'performance-gallery',
  title: 'Gallery',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        title: 'Gallery',
        noHeader: true,
        loader: () =>
          import('./Gallery').then(m => (
            <m.Gallery part={parameters.get('part') ?? 'tab'} />
          )),
      },
    }),
  ],
});

createDevApp({ features: [performancePlugin, examples, gallery] });
