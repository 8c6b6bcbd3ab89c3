import { optionAt, withOption } from './optionPath';
import type { ServiceField, ServiceGroup } from './serviceFields';

type Options = Record<string, unknown>;

/** Whether the other options leave room for this one. */
export function isShown(
  { onlyWhen }: Pick<ServiceField, 'onlyWhen'>,
  options: Options,
): boolean {
  return (
    !onlyWhen || onlyWhen.values.includes(optionAt(options, onlyWhen.path))
  );
}

/** The options without those of fields that are not shown: nobody sees them, and the generator refuses them. */
export function shownOptions(
  groups: readonly ServiceGroup[],
  options: Options,
): Options {
  return groups
    .flatMap(({ fields }) => fields)
    .filter(field => !isShown(field, options))
    .reduce((kept, { path }) => withOption(kept, path, undefined), options);
}
