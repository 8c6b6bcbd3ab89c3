import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { DiscoveryContext } from '@dynoscope/backstage-plugin-performance-node';
import { detectProtocol } from '@dynoscope/load';
import { latencyClassOf } from '@dynoscope/scorecard';
import type { EndpointConfig, PerformanceConfig } from '../config';
import { manifestOf } from '../config/manifest';
import { nearest } from '../config/nearest';
import type { DeployedSubject } from '../sources/deployments';
import { endpointsOf, permissionFor } from './allowedTargets';
import { hostOf, portOf, readTargetUrl } from './targetUrl';

const namesAnnotation = 'dynoscope.dev/inference';
const urlAnnotation = 'dynoscope.dev/inference-url';
const classAnnotation = 'dynoscope.dev/latency-class';

/** Annotations that name endpoints. */
export const inferenceAnnotations = [namesAnnotation, urlAnnotation] as const;

/** An inference endpoint of an entity, with what the configuration says about it. */
export interface InferenceSubject extends DeployedSubject {
  kind: 'endpoint';
  endpoint: Pick<
    EndpointConfig,
    'url' | 'protocol' | 'payload' | 'auth' | 'tls' | 'model' | 'timeoutSeconds'
  >;
}

/**
 * The endpoints that an entity has in an environment: those of the configuration that name the entity, or of these only
 * the ones that its annotation chooses, and the address of its annotation when the operator allows it.
 */
export function inferenceSubjects(
  entity: Entity,
  environment: string,
  inference: PerformanceConfig['inference'],
  { problem }: DiscoveryContext,
): InferenceSubject[] {
  const own = endpointsOf(entity, inference);
  const names = entity.metadata.annotations?.[namesAnnotation];
  const chosen = names === undefined ? own : chooseByName(names, own, problem);
  const subjects = chosen
    .filter(endpoint => endpoint.environment === environment)
    .map(endpoint =>
      subjectOf(entity, problem, {
        id: `endpoint/${endpoint.name}`,
        allowedBy: `endpoint ${endpoint.name} of the configuration`,
        manifest: endpoint.manifest,
        endpoint,
      }),
    );
  const annotated = annotatedSubject(entity, environment, inference, problem);
  return annotated ? [...subjects, annotated] : subjects;
}

function chooseByName(
  annotation: string,
  own: EndpointConfig[],
  problem: DiscoveryContext['problem'],
): EndpointConfig[] {
  const known = own.map(({ name }) => name);
  const names = annotation
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const chosen: EndpointConfig[] = [];
  for (const name of new Set(names)) {
    const endpoint = own.find(candidate => candidate.name === name);
    if (endpoint) {
      chosen.push(endpoint);
      continue;
    }
    const guess = nearest(name, known);
    problem(
      [
        `The annotation ${namesAnnotation} names "${name.slice(
          0,
          63,
        )}", which is no endpoint of this entity`,
        guess === undefined ? '.' : `; did you mean "${guess}"?`,
        known.length > 0
          ? ` Endpoints of this entity: ${known.join(', ')}.`
          : ' It has none: the operator adds one to performance.inference.endpoints and lists this entity in its entities.',
      ].join(''),
    );
  }
  return chosen;
}

function annotatedSubject(
  entity: Entity,
  environment: string,
  inference: PerformanceConfig['inference'],
  problem: DiscoveryContext['problem'],
): InferenceSubject | undefined {
  const text = entity.metadata.annotations?.[urlAnnotation]?.trim();
  if (!text) return undefined;
  let url: URL;
  try {
    url = readTargetUrl(text);
  } catch (error) {
    problem(
      `The address of the annotation ${urlAnnotation} ${
        (error as Error).message
      }.`,
    );
    return undefined;
  }
  const permission = permissionFor(url, entity, inference);
  if (permission?.endpoint) return undefined; // it is measured under its name
  if (!permission) {
    problem(
      `The address of the annotation ${urlAnnotation} is not allowed for this entity. The operator lists what is in performance.inference.allow.`,
    );
    return undefined;
  }
  if (permission.environment !== environment) return undefined;
  const { entry } = permission;
  const { protocol = detectProtocol(url.href), payload } = entry ?? {};
  if (protocol !== 'http' && !payload) {
    problem(
      `The address of the annotation ${urlAnnotation} speaks ${protocol}, which needs a payload. The operator adds one at ${permission.allowedBy}.`,
    );
    return undefined;
  }
  return subjectOf(entity, problem, {
    id: `endpoint/${hostOf(url)}:${portOf(url)}`,
    allowedBy: permission.allowedBy,
    // Another kind or namespace may have the same name, and must not come to the files of this one.
    manifest:
      entry?.manifest && (entry.entities || isDefaultComponent(entity))
        ? manifestOf(entry.manifest, entity.metadata.name)
        : undefined,
    endpoint: { url: url.href, protocol, payload },
  });
}

function isDefaultComponent(entity: Entity): boolean {
  const { kind, namespace } = parseEntityRef(stringifyEntityRef(entity));
  return kind === 'component' && namespace === DEFAULT_NAMESPACE;
}

function subjectOf(
  entity: Entity,
  problem: DiscoveryContext['problem'],
  found: Pick<InferenceSubject, 'id' | 'allowedBy' | 'manifest' | 'endpoint'>,
): InferenceSubject {
  const { url, model } = found.endpoint;
  const latency = latencyClassOf({
    annotation: entity.metadata.annotations?.[classAnnotation],
    sizeBytes: model?.sizeBytes,
    runtime: model?.runtime,
  });
  if (latency.problem) problem(latency.problem);
  const { origin, pathname } = new URL(url);
  return {
    ...found,
    kind: 'endpoint',
    url,
    // a query may hold a key
    address: `${origin}${pathname}`,
    latencyClass: latency.latencyClass,
  };
}
