import type { Entity } from '@backstage/catalog-model';

/** The entity of the examples. */
export const exampleEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'sluggish-ranker',
    namespace: 'default',
    annotations: { 'dynoscope.dev/inference': 'sluggish-ranker' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-search' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-search' }],
};
