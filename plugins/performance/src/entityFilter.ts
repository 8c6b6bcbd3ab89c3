import type { FilterPredicate } from '@backstage/filter-predicates';

/**
 * Entities that may have a subject. The operator's configuration can name any component or resource, so an annotation is
 * not asked for; kinds of component that never run are left out. A portal changes it with `app.extensions`.
 */
export const entityFilter: FilterPredicate = {
  $any: [
    { 'metadata.annotations.dynoscope.dev/inference': { $exists: true } },
    { 'metadata.annotations.dynoscope.dev/inference-url': { $exists: true } },
    { kind: 'resource' },
    {
      $all: [
        { kind: 'component' },
        {
          $not: {
            'spec.type': { $in: ['library', 'website', 'documentation'] },
          },
        },
      ],
    },
  ],
};
