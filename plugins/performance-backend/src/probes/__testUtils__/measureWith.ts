import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { ProbeContext } from '@dynoscope/backstage-plugin-performance-node';
import type { Measurement, ProbePlan } from '@dynoscope/scorecard';
import type { JsonObject } from '@backstage/types';
import { readPerformanceConfig } from '../../config';
import type { Deployments } from '../../sources/deployments';
import { createOutbound, type Lookup } from '../../subjects/outbound';
import { createInferenceProbe } from '../inference';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ranker' },
};

/** Everything that came out of measuring an endpoint. */
export interface Measured {
  plan: ProbePlan;
  measurements: Measurement[];
  error?: Error & { code?: string };
  /** What was said on the way, in order: `[kind, value]`. */
  said: [string, unknown][];
  seconds: number;
}

/** Measures one endpoint with the real probe, through the real door, as the run loop does. */
export async function measureWith(options: {
  endpoint: JsonObject;
  performance?: JsonObject;
  lookup?: Lookup;
  signal?: AbortSignal;
  onSaid?: (kind: string, value: unknown) => void;
  previous?: ProbeContext['previous'];
  deployments?: Deployments;
}): Promise<Measured> {
  const config = readPerformanceConfig(
    mockServices.rootConfig({
      data: {
        performance: {
          limits: { seconds: 10, rate: 50 },
          ...options.performance,
          inference: {
            load: { users: 2, warmupSeconds: 0, seconds: 2 },
            endpoints: {
              ranker: {
                protocol: 'kserve-v1',
                payload: { inline: { instances: [[1]] } },
                entities: ['component:default/ranker'],
                timeoutSeconds: 3,
                ...options.endpoint,
              },
            },
          },
        },
      },
    }),
  );
  const probe = createInferenceProbe(config, {
    deployments: options.deployments ?? { read: async () => ({}) },
  });
  const outbound = createOutbound({
    inference: config.inference,
    lookup: options.lookup,
  });
  const [subject] = await probe.subjects(entity, 'default', {
    problem: message => {
      throw new Error(message);
    },
  });
  const plan = probe.plan(subject, config.limits);
  const said: Measured['said'] = [];
  const say = (kind: string) => (value: unknown) => {
    said.push([kind, value]);
    options.onSaid?.(kind, value);
  };
  const began = Date.now();
  const context: ProbeContext = {
    runId: 'run-1',
    plan,
    signal: options.signal ?? new AbortController().signal,
    deadline: began + plan.max.seconds * 1000,
    resolve: url => outbound.resolve(url, { entity }),
    previous: options.previous ?? (async () => undefined),
    progress: say('progress'),
    evidence: item => {
      say('evidence')(item);
      return 'evidence-1';
    },
    note: say('note'),
    fingerprint: say('fingerprint'),
    validity: say('validity'),
    command: say('command'),
  };
  const ended = () => (Date.now() - began) / 1000;
  try {
    const measurements = await probe.measure(subject, context);
    return { plan, measurements, said, seconds: ended() };
  } catch (error) {
    return {
      plan,
      measurements: [],
      error: error as Measured['error'],
      said,
      seconds: ended(),
    };
  }
}
