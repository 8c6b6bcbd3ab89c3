import { join } from 'node:path';
import { root } from './folders.mjs';

/**
 * What the tests add to the configuration of the demo: more entities, endpoints for them, and shorter runs.
 *
 * @param servers the addresses of the servers by the name of their entity
 */
export function stageConfiguration(servers, { enabled = true } = {}) {
  const endpoint = (name, path, more = {}) => ({
    url: `${servers[name]}${path}`,
    environment: 'demo',
    entities: [`component:default/${name}`],
    ...more,
  });
  return {
    catalog: {
      // A list takes the place of the earlier one.
      locations: [
        join(root, 'examples/catalog/catalog-info.yaml'),
        join(root, 'e2e/fixtures/catalog.yaml'),
      ].map(target => ({ type: 'file', target })),
    },
    performance: {
      enabled,
      // Short runs that still see the 3,000 requests which an error rate
      // below 0.1 % needs.
      limits: { rate: 300 },
      inference: {
        load: { warmupSeconds: 2, seconds: 14 },
        endpoints: {
          'quick-box': endpoint('quick-box', '/work'),
          'slow-box': endpoint('slow-box', '/work'),
          'guarded-box': endpoint('guarded-box', '/guarded', {
            environment: 'production',
          }),
          'adjustable-ranker': endpoint(
            'adjustable-ranker',
            '/v1/models/sluggish-ranker:predict',
            { payload: { file: join(root, 'examples/payloads/iris-v1.json') } },
          ),
        },
      },
    },
  };
}
