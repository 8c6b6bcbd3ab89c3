import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
  ApiBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { performanceApiRef } from '../src/api/performanceApiRef';
import performancePlugin from '../src';
import { exampleApi } from './exampleApi';
import { scenarios } from './scenarios';

/** `/gallery?scenario=stale&part=card` shows one state of a part: `tab`, `card`, `report`, `compare`, `form`, `new-service`. */
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
        path: '/gallery',
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

createDevApp({
  features: [
    performancePlugin,
    catalogPlugin,
    scaffolderPlugin,
    examples,
    gallery,
  ],
});
