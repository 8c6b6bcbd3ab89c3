import type { RootConfigService } from '@backstage/backend-plugin-api';
import { detectProtocol, type ProtocolId } from '@dynoscope/load';
import {
  readPayload,
  type Payload,
  type PayloadSource,
} from './config/payload';
import { performanceSchema, type ParsedConfig } from './config/schema';
import { unknownName } from './config/unknownName';

/** An inference endpoint of the operator's configuration. */
export type EndpointConfig = Omit<
  ParsedConfig['inference']['endpoints'][string],
  'environment' | 'payload' | 'protocol'
> & {
  name: string;
  environment: string;
  protocol: ProtocolId;
  payload?: Payload;
};

/** What an address of an annotation must match. */
export type AllowEntry = Omit<
  ParsedConfig['inference']['allow'][number],
  'environment' | 'payload'
> & { environment: string; payload?: Payload };

/** The `performance` part of the configuration: validated, with defaults, durations in seconds and sizes in bytes. */
export type PerformanceConfig = Omit<ParsedConfig, 'inference'> & {
  inference: {
    endpoints: Record<string, EndpointConfig>;
    allow: AllowEntry[];
    load: ParsedConfig['inference']['load'];
  };
};

/**
 * Reads `performance` of the configuration. Throws one error that lists every mistake with the key it is at, what is
 * wrong and what is allowed; values are not repeated, since they may be secret.
 */
export function readPerformanceConfig(
  config: RootConfigService,
  options: { checkIds?: readonly string[] } = {},
): PerformanceConfig {
  const mistakes: string[] = [];
  for (const key of config.keys()) {
    if (key.startsWith('performance.')) {
      mistakes.push(`${key}: a key with dots is not read; nest it as a map`);
    }
  }
  const parsed = performanceSchema.safeParse(
    config.getOptional('performance') ?? {},
  );
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = ['performance', ...issue.path].join('.');
      mistakes.push(`${path}: ${issue.message}`);
    }
    throw mistakesError(mistakes);
  }

  const environments =
    Object.keys(parsed.data.environments).length > 0
      ? parsed.data.environments
      : { default: { production: false } };
  const environmentOf = (path: string, name: string | undefined) => {
    const known = Object.keys(environments);
    if (name !== undefined && !known.includes(name)) {
      mistakes.push(unknownName(`${path}.environment`, name, known));
    }
    return name ?? defaultEnvironment(environments);
  };

  const payloadOf = (path: string, payload?: PayloadSource) =>
    payload &&
    readPayload(payload, problem =>
      mistakes.push(`${path}.payload.${problem}`),
    );

  const endpoints: Record<string, EndpointConfig> = {};
  for (const [name, endpoint] of Object.entries(
    parsed.data.inference.endpoints,
  )) {
    const path = `performance.inference.endpoints.${name}`;
    const protocol = endpoint.protocol ?? detectProtocol(endpoint.url);
    if (protocol !== 'http' && !endpoint.payload) {
      mistakes.push(
        `${path}.payload: is missing; ${protocol} needs the JSON of one request, as file or inline`,
      );
    }
    const { manifest } = endpoint;
    const clusters = Object.keys(parsed.data.kubernetes.clusters);
    if (
      manifest?.kind === 'kubernetes' &&
      !clusters.includes(manifest.cluster)
    ) {
      mistakes.push(
        unknownName(`${path}.manifest.cluster`, manifest.cluster, clusters),
      );
    }
    endpoints[name] = {
      ...endpoint,
      name,
      protocol,
      environment: environmentOf(path, endpoint.environment),
      payload: payloadOf(path, endpoint.payload),
    };
  }
  const allow = parsed.data.inference.allow.map((entry, index) => {
    const path = `performance.inference.allow.${index}`;
    return {
      ...entry,
      environment: environmentOf(path, entry.environment),
      payload: payloadOf(path, entry.payload),
    };
  });

  const { checkIds } = options;
  for (const [path, ids] of Object.entries({
    'performance.targets': Object.keys(parsed.data.targets),
    'performance.looserTargets': parsed.data.looserTargets,
    'performance.required': parsed.data.required,
  })) {
    for (const id of ids) {
      if (checkIds && !checkIds.includes(id)) {
        mistakes.push(unknownName(path, id, checkIds));
      }
    }
  }
  if (mistakes.length > 0) throw mistakesError(mistakes);
  return {
    ...parsed.data,
    environments,
    inference: { ...parsed.data.inference, endpoints, allow },
  };
}

/** Where an address belongs that names no environment: with several, to production, which is guarded best. */
function defaultEnvironment(
  environments: PerformanceConfig['environments'],
): string {
  const names = Object.keys(environments);
  return names.find(name => environments[name].production) ?? names[0];
}

function mistakesError(mistakes: string[]): Error {
  return new Error(
    `The configuration of performance cannot be used:\n${mistakes
      .map(mistake => `  - ${mistake}`)
      .join('\n')}`,
  );
}
