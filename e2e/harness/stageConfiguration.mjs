import { join } from 'node:path';
import { root } from './folders.mjs';

const template = { rules: [{ allow: ['Template'] }] };

/**
 * What the tests add to the configuration of the demo: more entities, endpoints for them, and shorter runs.
 *
 * @param servers the addresses of the servers by the name of their entity
 * @param manifest the file of `adjustable-ranker`
 */
export function stageConfiguration({ servers, manifest, enabled = true }) {
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
        location('examples/catalog/catalog-info.yaml'),
        location('e2e/fixtures/catalog.yaml'),
        location('templates/inference-service/template.yaml', template),
        location('e2e/fixtures/planted-change/template.yaml', template),
      ],
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
            '/v1/models/adjustable-ranker:predict',
            {
              payload: { file: join(root, 'examples/payloads/iris-v1.json') },
              manifest: { file: manifest },
            },
          ),
        },
      },
    },
  };
}

function location(file, more) {
  return { type: 'file', target: join(root, file), ...more };
}
