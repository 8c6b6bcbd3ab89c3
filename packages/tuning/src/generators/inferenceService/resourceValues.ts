import { type Change, guide } from '@dynoscope/scorecard';
import { pointerOf } from '../../manifest/pointer';
import type { Service } from './service';

/** What a replica asks for and may use. */
export function resourceValues({ options, resources }: Service): Change[] {
  return (['requests', 'limits'] as const).flatMap(kind =>
    (['cpu', 'memory'] as const).map(name => {
      const value = resources[kind][name];
      const guided = guide.inferenceResources[kind][name];
      return {
        path: pointerOf('spec', 'predictor', 'model', 'resources', kind, name),
        label: `${name === 'cpu' ? 'CPU' : 'Memory'}, ${kind}`,
        value,
        ...(value !== guided && { was: guided }),
        source:
          options.resources?.[kind]?.[name] === undefined ? 'guide' : 'yours',
      };
    }),
  );
}
