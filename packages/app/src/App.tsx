import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './nav/navModule';

// Everything else in package.json is discovered (app.packages in app-config.yaml).
export const app = createApp({ features: [catalogPlugin, navModule] });
