import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import horizontalPodAutoscaler from './autoscaling_v2_HorizontalPodAutoscaler.json';
import networkPolicy from './networking.k8s.io_v1_NetworkPolicy.json';
import podDisruptionBudget from './policy_v1_PodDisruptionBudget.json';
import inferenceService from './serving.kserve.io_v1beta1_InferenceService.json';

const schemas = [
  horizontalPodAutoscaler,
  inferenceService,
  networkPolicy,
  podDisruptionBudget,
];
const known = new Set(schemas.map(schema => schema.$id));

const mostProblems = 50;
const longestProblem = 300;

let validators: Ajv | undefined;

/** Compiled on first use: the schema of an InferenceService takes a quarter of a second. */
function loadValidators(): Ajv {
  if (!validators) {
    validators = new Ajv({ strict: false, allErrors: true });
    addFormats(validators);
    validators.addSchema(schemas);
  }
  return validators;
}

/**
 * What is wrong with a Kubernetes object by the strict schema of its kind, each with the place as a JSON pointer; none when
 * it is valid. Unknown fields are wrong. Rules of the API server that are written in CEL or Go are not covered.
 *
 * @public
 */
export function validateStrictly(object: unknown): string[] {
  const { apiVersion, kind } = (object ?? {}) as Record<string, unknown>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return ['(top): is no Kubernetes object: it needs apiVersion and kind'];
  }
  const id = `${apiVersion}/${kind}`;
  const validate = known.has(id) ? loadValidators().getSchema(id) : undefined;
  if (!validate) {
    return [
      shorten(`(top): there is no schema of ${kind} in version ${apiVersion}`),
    ];
  }
  if (validate(object)) return [];
  return (validate.errors ?? []).slice(0, mostProblems).map(describe);
}

function describe({ instancePath, message, keyword, params }: ErrorObject) {
  const place = instancePath || '(top)';
  const more =
    keyword === 'additionalProperties' ? `: ${params.additionalProperty}` : '';
  const allowed =
    keyword === 'enum' ? `: ${params.allowedValues.join(', ')}` : '';
  return shorten(`${place}: ${message}${more}${allowed}`);
}

function shorten(text: string): string {
  return text.length > longestProblem
    ? `${text.slice(0, longestProblem)}…`
    : text;
}
