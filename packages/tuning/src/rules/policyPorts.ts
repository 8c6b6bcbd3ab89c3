import {
  fieldOf,
  fieldsOf,
  isFields,
  listOf,
  textOf,
} from '../manifest/fields';
import type { Manifest } from '../manifest/manifest';
import { pointerOf } from '../manifest/pointer';

/** Ports that a policy opens for requests to KServe: of the model server, of the agent, and the Service's, by mistake. */
const servingPorts: readonly unknown[] = [8080, 9081, 80];

/** Whether an object is a NetworkPolicy that says something about what comes in. */
export function isIngressPolicy(manifest: Manifest): boolean {
  const { object, kind, apiVersion } = manifest;
  const types = fieldOf(object, 'spec', 'policyTypes');
  return (
    kind === 'NetworkPolicy' &&
    apiVersion.startsWith('networking.k8s.io/') &&
    isFields(fieldOf(object, 'spec')) &&
    (!Array.isArray(types) || types.includes('Ingress'))
  );
}

function opensPort(entry: unknown, port: number): boolean {
  if ((textOf(entry, 'protocol') ?? 'TCP') !== 'TCP') return false;
  const from = fieldOf(entry, 'port');
  // A name is the pod's own affair, and no port at all means every one.
  if (typeof from !== 'number') return true;
  const to = fieldOf(entry, 'endPort');
  return port >= from && port <= (typeof to === 'number' ? to : from);
}

/** Whether a policy lets anybody in at one of these ports. */
export function opensAny(object: unknown, ports: readonly number[]): boolean {
  return listOf(object, 'spec', 'ingress').some(rule => {
    const entries = listOf(rule, 'ports');
    return (
      entries.length === 0 ||
      entries.some(entry => ports.some(port => opensPort(entry, port)))
    );
  });
}

/** Whether a policy names this very port. */
export function opensExactly(object: unknown, port: number): boolean {
  return listOf(object, 'spec', 'ingress').some(rule =>
    listOf(rule, 'ports').some(entry => fieldOf(entry, 'port') === port),
  );
}

/** The first place where a policy opens a port for requests: the rule it belongs to, and where the port stands. */
export function servingPortOf(
  object: unknown,
): { port: number; rule: number; pointer: string } | undefined {
  const spec = fieldsOf(object, 'spec');
  for (const [rule, ingress] of listOf(spec, 'ingress').entries()) {
    for (const [index, entry] of listOf(ingress, 'ports').entries()) {
      const port = fieldOf(entry, 'port');
      if (servingPorts.includes(port)) {
        const path = ['spec', 'ingress', rule, 'ports', index, 'port'];
        return { port: Number(port), rule, pointer: pointerOf(...path) };
      }
    }
  }
  return undefined;
}
