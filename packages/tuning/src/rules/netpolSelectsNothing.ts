import { fieldsOf } from '../manifest/fields';
import { selects } from '../manifest/labelSelector';
import type { Manifest, Operation } from '../manifest/manifest';
import { patchData } from '../manifest/patchData';
import { quote } from '../manifest/plainText';
import { parsePointer, pointerOf } from '../manifest/pointer';
import { type PolicyAim, policyAim, serviceLabel } from './policyAim';
import { isIngressPolicy } from './policyPorts';
import { docOf, type Problem, type Rule, type RuleContext } from './rule';

/** Takes the wish for `app` out, and asks for the label that KServe sets in its place. */
function patchOf(object: unknown, aim: PolicyAim): Operation[] | undefined {
  const { impossible, named, intended } = aim;
  if (!impossible) return undefined;
  const base = ['spec', 'podSelector'];
  const selector = fieldsOf(object, ...base);
  const segments = parsePointer(impossible.pointer);
  const holder = segments.slice(0, -1);
  const kind = named ? 'matchLabels' : 'matchExpressions';
  const isLast = Object.keys(fieldsOf(object, ...holder)).length === 1;
  const isRefilled = holder[2] === kind;
  const added: Operation = named
    ? {
        op: 'add',
        ...(selector[kind]
          ? { path: pointerOf(...base, kind, serviceLabel), value: named.name }
          : {
              path: pointerOf(...base, kind),
              value: { [serviceLabel]: named.name },
            }),
      }
    : {
        op: 'add',
        path: pointerOf(...base, kind, ...(selector[kind] ? ['-'] : [])),
        value: selector[kind]
          ? { key: serviceLabel, operator: 'Exists' }
          : [{ key: serviceLabel, operator: 'Exists' }],
      };
  const removed: Operation = {
    op: 'remove',
    path: isLast && !isRefilled ? pointerOf(...holder) : impossible.pointer,
  };
  const patch = [added, removed];
  const fixed = fieldsOf(patch.reduce(patchData, object), ...base);
  const helps =
    intended.length === 0 ||
    intended.some(({ labels }) => selects(fixed, labels));
  return helps ? patch : undefined;
}

function problemOf(
  manifest: Manifest,
  { graph }: RuleContext,
): Problem | undefined {
  const aim = policyAim(manifest, graph);
  const { impossible, intended, named } = aim;
  if (aim.selected.length > 0 || !aim.isForInference) return undefined;
  const patch = patchOf(manifest.object, aim);
  const [pods] = intended;
  const because = impossible
    ? `KServe sets the label app of its pods to isvc.<name>-predictor, so none has app ${quote(
        impossible.values[0],
      )}`
    : 'no pod of the InferenceServices in these files has its labels';
  return {
    manifest,
    pointer: impossible?.pointer ?? pointerOf('spec', 'podSelector'),
    message: `The policy selects nothing and isolates nothing: ${because}. Select by ${serviceLabel}`,
    ...(patch && {
      fix: {
        title: named
          ? `Select by ${serviceLabel}: ${named.name}`
          : `Select every pod with the label ${serviceLabel}`,
        patch,
      },
    }),
    ...(pods && {
      related: [
        {
          manifest: pods.owner,
          pointer: pods.pointer,
          message: `Its pods have app ${quote(
            pods.labels.get('app') ?? 'from Knative',
          )} and ${serviceLabel} ${quote(pods.owner.name ?? '')}`,
        },
      ],
    }),
  };
}

/** A NetworkPolicy for pods of KServe by a label that they do not have. */
export const netpolSelectsNothing: Rule = {
  id: 'netpol-selects-nothing',
  severity: 'error',
  title: 'The network policy selects no pod',
  why: 'A policy that selects no pod changes nothing: every pod stays open to all, while the manifest says otherwise. KServe overwrites the label app, so a selector by it finds nothing.',
  guide: 'Network Policies',
  kinds: ['NetworkPolicy', 'InferenceService'],
  fixable: true,
  doc: docOf('netpol-selects-nothing'),
  check: ({ manifests }, context) =>
    manifests
      .filter(isIngressPolicy)
      .flatMap(manifest => problemOf(manifest, context) ?? []),
};
