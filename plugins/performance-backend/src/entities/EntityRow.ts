import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * The copy of a catalog entity that filters and permission conditions work on. References and kinds are in lower case;
 * what an entity lacks is `null`, as in the database.
 *
 * @public
 */
export interface EntityRow {
  /** Reference, `kind:namespace/name`. */
  entity_ref: string;
  /** Kind. */
  kind: string;
  /** Namespace. */
  namespace: string;
  /** Name. */
  name: string;
  /** `metadata.title`, as it is written. */
  title: string | null;
  /** Reference of the first owner. */
  owner: string | null;
  /** Reference of the system that it is part of. */
  system: string | null;
  /** `spec.type`, as it is written. */
  type: string | null;
  /** `spec.lifecycle`, as it is written. */
  lifecycle: string | null;
}

export function toEntityRow(entity: Entity): EntityRow {
  const { kind, namespace, name } = parseEntityRef(stringifyEntityRef(entity));
  return {
    entity_ref: stringifyEntityRef(entity),
    kind,
    namespace,
    name,
    title: entity.metadata.title ?? null,
    owner: relationTarget(entity, RELATION_OWNED_BY, ''),
    system: relationTarget(entity, RELATION_PART_OF, 'system:'),
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
  };
}

/** The first target of a relation whose reference starts so. */
function relationTarget(entity: Entity, type: string, start: string) {
  return (
    entity.relations
      ?.filter(relation => relation.type === type)
      .map(relation => relation.targetRef.toLowerCase())
      .find(target => target.startsWith(start)) ?? null
  );
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
