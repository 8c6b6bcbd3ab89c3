import type { Entity } from '@backstage/catalog-model';

const annotations = ['dynoscope.dev/inference', 'dynoscope.dev/inference-url'];

/** Whether the entity itself asks to be measured; the operator's configuration may name it too. */
export function namesSubject(entity: Entity): boolean {
  return annotations.some(name => entity.metadata.annotations?.[name]);
}
