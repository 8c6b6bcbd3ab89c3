import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  componentEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';

/**
 * The component that a published `catalog-info.yaml` describes. Nobody publishes users, groups or templates like this,
 * nor a component of another name than the folder's.
 *
 * @throws InputError that says what is wrong
 */
export async function parsePublishedEntity(
  content: string,
  options: { folder: string; file: string },
): Promise<Entity> {
  const { folder, file } = options;
  const documents = parseAllDocuments(content);
  const [document] = documents;
  if (documents.length !== 1 || document.errors.length > 0) {
    throw new InputError(`${file}: expected one YAML document`);
  }
  const entity = document.toJS({ maxAliasCount: 10 }) as Entity | undefined;
  if (!entity || !(await isComponent(entity))) {
    throw new InputError(`${file}: expected an entity of kind Component`);
  }
  const { name, namespace = 'default' } = entity.metadata;
  if (name !== folder || namespace !== 'default') {
    throw new InputError(
      `${file}: expected metadata.name ${folder} in the namespace default`,
    );
  }
  const location = `published:${file}`;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
  };
}

async function isComponent(entity: Entity): Promise<boolean> {
  // The validator throws where something is wrong, and answers false for another kind.
  return componentEntityV1alpha1Validator.check(entity).catch(() => false);
}
