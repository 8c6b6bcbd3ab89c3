import type { Pods } from '../manifest/podsOf';
import type { Manifest, Operation } from '../manifest/manifest';
import { quote } from '../manifest/plainText';
import { pointerOf } from '../manifest/pointer';
import { policyAim } from './policyAim';
import { isIngressPolicy, opensAny, servingPortOf } from './policyPorts';
import { docOf, type Problem, type Rule } from './rule';

type Entrance = Pods & { entry: NonNullable<Pods['entry']> };

const hasEntry = (pods: Pods): pods is Entrance => pods.entry !== undefined;

function problemOf(policy: Manifest, closed: Entrance[]): Problem | undefined {
  const [first] = closed;
  const open = servingPortOf(policy.object);
  if (!first || !open) return undefined;
  const missing = [...new Set(closed.flatMap(({ entry }) => entry.port ?? []))];
  const path = pointerOf('spec', 'ingress', open.rule, 'ports', '-');
  const patch = missing.map(
    (port): Operation => ({
      op: 'add',
      path,
      value: { protocol: 'TCP', port },
    }),
  );
  const isSure = closed.every(({ entry }) => entry.port !== undefined);
  const { entry, owner } = first;
  const where = entry.port ?? entry.ports.join(' or ');
  return {
    manifest: policy,
    pointer: open.pointer,
    message: `The policy opens port ${open.port}, but requests to ${quote(
      owner.name ?? '',
    )} enter at ${where}, ${entry.reason}; no policy in these files opens it`,
    ...(isSure && {
      fix: { title: `Open port ${missing.join(', ')} as well`, patch },
    }),
    related: [
      {
        manifest: owner,
        pointer: entry.pointer,
        message: `Requests enter at port ${where}`,
      },
    ],
  };
}

/** A NetworkPolicy that lets nobody in at the port where requests arrive. */
export const netpolPortMismatch: Rule = {
  id: 'netpol-port-mismatch',
  severity: 'error',
  title: 'The network policy opens another port than requests use',
  why: 'A policy counts ports of the pod, not of the Service. With a batcher or a logger requests enter at the agent, 9081, else at the model server, 8080; with the wrong one open, every request times out.',
  guide: 'Network Policies',
  kinds: ['NetworkPolicy', 'InferenceService'],
  fixable: true,
  doc: docOf('netpol-port-mismatch'),
  check({ manifests }, { graph }) {
    const policies = manifests.filter(isIngressPolicy).map(policy => {
      const { selected, intended } = policyAim(policy, graph);
      return {
        policy,
        pods: (selected.length > 0 ? selected : intended).filter(hasEntry),
      };
    });
    // Policies add up: what one of them opens for a pod is open.
    const open = new Set<Pods>();
    for (const { policy, pods } of policies) {
      for (const each of pods) {
        if (opensAny(policy.object, each.entry.ports)) open.add(each);
      }
    }
    return policies.flatMap(
      ({ policy, pods }) =>
        problemOf(
          policy,
          pods.filter(each => !open.has(each)),
        ) ?? [],
    );
  },
};
