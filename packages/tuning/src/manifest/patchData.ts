import { isFields } from './fields';
import type { Operation } from './manifest';
import { indexOf, parsePointer, pointerOf } from './pointer';

/** Whether two plain values are the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((each, index) => isSame(each, other[index]))
    );
  }
  if (!isFields(one) || !isFields(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}

function setField(target: object, key: string, value: unknown) {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/**
 * Plain data after one step of a JSON patch, the data itself unchanged. To remove what is not there, or to append what a
 * list holds already, changes nothing, so that a patch can be made twice. Throws where the parent does not exist.
 */
export function patchData(data: unknown, operation: Operation): unknown {
  const { op, path, value } = operation;
  const [segment, ...rest] = parsePointer(path);
  if (segment === undefined) throw new Error('A patch cannot replace it all');
  if (Array.isArray(data)) {
    const index = indexOf(segment, data.length);
    const copy = [...data];
    const exists = index !== undefined && index < data.length;
    if (op === 'remove' && !exists) return data;
    if (rest.length > 0 && exists) {
      copy[index] = patchData(data[index], below(operation, rest));
    } else if (rest.length > 0 || index === undefined || index > data.length) {
      throw new Error(`Nothing is at ${JSON.stringify(segment)}`);
    } else if (op === 'remove') {
      copy.splice(index, 1);
    } else if (op === 'replace') {
      copy[index] = value;
    } else if (segment !== '-' || !data.some(each => isSame(each, value))) {
      copy.splice(index, 0, value);
    }
    return copy;
  }
  if (!isFields(data)) {
    if (op === 'remove') return data;
    throw new Error(`Nothing is at ${JSON.stringify(segment)}`);
  }
  if (op === 'remove' && !Object.hasOwn(data, segment)) return data;
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(data)) {
    if (key !== segment || rest.length > 0 || op !== 'remove') {
      setField(copy, key, each);
    }
  }
  if (rest.length > 0) {
    if (!Object.hasOwn(data, segment)) {
      throw new Error(`Nothing is at ${JSON.stringify(segment)}`);
    }
    setField(copy, segment, patchData(data[segment], below(operation, rest)));
  } else if (op !== 'remove') {
    setField(copy, segment, value);
  }
  return copy;
}

function below(operation: Operation, rest: string[]): Operation {
  return { ...operation, path: pointerOf(...rest) };
}
