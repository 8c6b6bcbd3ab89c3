import { type Fields, fieldsOf, listOf, textOf } from './fields';

/**
 * Whether labels meet a label selector of Kubernetes; an empty selector takes all. A label whose value is `undefined` is
 * there, with a value that nobody knows: it meets whatever is asked of it.
 */
export function selects(
  selector: unknown,
  labels: ReadonlyMap<string, string | undefined>,
): boolean {
  const matches = (key: string, values: readonly unknown[]) =>
    labels.has(key) &&
    (labels.get(key) === undefined || values.includes(labels.get(key)));
  const equal = Object.entries(fieldsOf(selector, 'matchLabels')).every(
    ([key, value]) => matches(key, [value]),
  );
  return (
    equal &&
    listOf(selector, 'matchExpressions').every(expression => {
      const key = textOf(expression, 'key') ?? '';
      const values = listOf(expression, 'values');
      switch (textOf(expression, 'operator')) {
        case 'In':
          return matches(key, values);
        case 'NotIn':
          return labels.get(key) === undefined || !matches(key, values);
        case 'Exists':
          return labels.has(key);
        case 'DoesNotExist':
          return !labels.has(key);
        default:
          return false;
      }
    })
  );
}

/** The labels of a mapping, those with a text as value. */
export function labelsOf(fields: Fields): Map<string, string> {
  return new Map(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
