import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { AllowEntry, EndpointConfig, PerformanceConfig } from '../config';
import { hostOf, portOf } from './targetUrl';

/** Why a request of an entity may go to an address, and which IP addresses its host may stand for. */
export interface Permission {
  /** In words, for the plan. */
  allowedBy: string;
  environment: string;
  /** The host is written out by the operator, not matched by a pattern. */
  named: boolean;
  /** The endpoint or the entry that allows it. */
  endpoint?: EndpointConfig;
  entry?: AllowEntry;
  /** Ranges that every address of the host must lie in; none configured means the public ones. */
  cidr?: string[];
}

const namespaceAnnotation = 'backstage.io/kubernetes-namespace';

/** Endpoints of the configuration that belong to the entity, by name. */
export function endpointsOf(
  entity: Entity,
  inference: PerformanceConfig['inference'],
): EndpointConfig[] {
  const entityRef = stringifyEntityRef(entity);
  return Object.values(inference.endpoints).filter(endpoint =>
    endpoint.entities.includes(entityRef),
  );
}

/** Who allows that the entity has this address measured; `undefined` when nobody does. */
export function permissionFor(
  url: URL,
  entity: Entity,
  inference: PerformanceConfig['inference'],
): Permission | undefined {
  const endpoint = endpointsOf(entity, inference).find(
    candidate => new URL(candidate.url).href === url.href,
  );
  if (endpoint) {
    return {
      allowedBy: `endpoint ${endpoint.name} of the configuration`,
      environment: endpoint.environment,
      named: true,
      cidr: endpoint.cidr,
      endpoint,
    };
  }
  const entry = inference.allow.find(candidate =>
    matches(candidate, url, entity),
  );
  return (
    entry && {
      allowedBy: `allow entry ${entry.host} of the configuration`,
      environment: entry.environment,
      named: !/[*{]/.test(entry.host),
      cidr: entry.cidr,
      entry,
    }
  );
}

function matches(entry: AllowEntry, url: URL, entity: Entity): boolean {
  const ports = entry.port ?? [url.protocol === 'https:' ? 443 : 80];
  return (
    ports.includes(portOf(url)) &&
    (entry.entities === undefined ||
      entry.entities.includes(stringifyEntityRef(entity))) &&
    hostMatches(entry, hostOf(url), entity)
  );
}

/** Label by label, so that a pattern never reaches further than it reads. */
function hostMatches(entry: AllowEntry, host: string, entity: Entity): boolean {
  if (entry.host === host) return true;
  const pattern = entry.host.split('.');
  const labels = host.split('.');
  return (
    pattern.length === labels.length &&
    pattern.every((part, index) => {
      if (part === '*') return labels[index] !== '';
      if (part === '{namespace}') {
        return labels[index] === namespaceOf(entry, entity);
      }
      return part === labels[index];
    })
  );
}

/**
 * The namespace that `{namespace}` stands for. It is the entity's own in the catalog; the kubernetes annotation is
 * written by whoever writes the entity, and could name the namespace of another team, so it counts only where the
 * operator says so.
 */
function namespaceOf(entry: AllowEntry, entity: Entity): string {
  const annotated =
    entry.namespaceFrom === 'kubernetesAnnotation'
      ? entity.metadata.annotations?.[namespaceAnnotation]
      : undefined;
  return (
    annotated ??
    entity.metadata.namespace ??
    'default'
  ).toLocaleLowerCase('en-US');
}
