import { fieldsOf, listOf, textOf } from '../manifest/fields';
import { type ManifestGraph, shareNamespace } from '../manifest/graph';
import type { Manifest } from '../manifest/manifest';
import type { Pods } from '../manifest/podsOf';
import { pointerOf } from '../manifest/pointer';
import { opensExactly } from './policyPorts';

/** The label that every pod of an InferenceService carries, with its name. */
export const serviceLabel = 'serving.kserve.io/inferenceservice';

/** A label that a selector asks for, with what it asks. */
export interface Wish {
  key: string;
  values: string[];
  pointer: string;
}

/** What a NetworkPolicy selects, and what it was meant for. */
export interface PolicyAim {
  selected: Pods[];
  /** The pods of InferenceServices that it was meant for, where it selects nothing. */
  intended: Pods[];
  /** It was written for pods of KServe. */
  isForInference: boolean;
  /** The wish for a label `app` that no pod of KServe has. */
  impossible?: Wish;
  /** The service that the impossible wish names. */
  named?: Manifest;
}

function wishesOf(selector: unknown): Wish[] {
  const base = ['spec', 'podSelector'];
  const labels = Object.entries(fieldsOf(selector, 'matchLabels')).map(
    ([key, value]) => ({
      key,
      values: [String(value)],
      pointer: pointerOf(...base, 'matchLabels', key),
    }),
  );
  const expressions = listOf(selector, 'matchExpressions').flatMap(
    (expression, index) =>
      textOf(expression, 'operator') === 'In'
        ? [
            {
              key: textOf(expression, 'key') ?? '',
              values: listOf(expression, 'values').map(String),
              pointer: pointerOf(...base, 'matchExpressions', index),
            },
          ]
        : [],
  );
  return [...labels, ...expressions];
}

const inference =
  /(^|[-_.])(inference|predictor|kserve|isvc|model-server|model-serving)($|[-_.])/i;
/** Beside InferenceServices, a word that alone could mean anything. */
const models = /(^|[-_.])(models?|serving|ml)($|[-_.])/i;

const speaksOf = (subject: RegExp) => (value: string) =>
  value.length <= 63 && subject.test(value);

/** What a NetworkPolicy selects of the set, and what its author had in mind. */
export function policyAim(policy: Manifest, graph: ManifestGraph): PolicyAim {
  const selector = fieldsOf(policy.object, 'spec', 'podSelector');
  const selected = graph.selected(policy, selector);
  const wishes = wishesOf(selector);
  if (selected.length > 0 || wishes.length === 0) {
    return { selected, intended: [], isForInference: false };
  }
  const services = graph.inferenceServices.filter(service =>
    shareNamespace(policy, service),
  );
  const impossible = wishes.find(
    ({ key, values }) =>
      key === 'app' && !values.some(value => value.startsWith('isvc.')),
  );
  const named = services.find(
    ({ name }) =>
      name !== undefined &&
      impossible?.values.some(each =>
        [name, `${name}-predictor`].includes(each),
      ),
  );
  const saysSo =
    named !== undefined ||
    impossible?.values.some(speaksOf(inference)) === true;
  const isKserve = wishes.some(
    ({ key, values }) =>
      key === serviceLabel ||
      (key === 'app' && values.some(value => value.startsWith('isvc.'))),
  );
  const isForInference =
    saysSo ||
    (services.length > 0 &&
      (isKserve ||
        impossible?.values.some(speaksOf(models)) === true ||
        opensExactly(policy.object, 9081)));
  const owners = new Set(named ? [named] : services);
  return {
    selected,
    isForInference,
    intended: isForInference
      ? graph.pods.filter(({ owner }) => owners.has(owner))
      : [],
    impossible,
    named,
  };
}
