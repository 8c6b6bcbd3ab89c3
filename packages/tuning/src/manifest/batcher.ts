import { fieldOf, isFields } from './fields';

/** What KServe's batching agent works with. */
export interface Batcher {
  maxBatchSize: number;
  /** In ms since the first request of a batch. */
  maxLatency: number;
  /** The fields that the manifest leaves to the agent. */
  defaulted: ('maxBatchSize' | 'maxLatency')[];
}

/** KServe `cmd/agent/main.go` and `pkg/batcher/handler.go`: what holds for a field left out, and for 0 and below. */
const agentDefaults = { maxBatchSize: 32, maxLatency: 5_000 } as const;

/**
 * The batcher of a component of an InferenceService (`spec.predictor` and its siblings), the agent's defaults filled in;
 * `undefined` without one. Throws for a value that is no whole number.
 */
export function batcherOf(component: unknown): Batcher | undefined {
  const fields = fieldOf(component, 'batcher');
  if (!isFields(fields)) return undefined;
  const batcher: Batcher = { ...agentDefaults, defaulted: [] };
  for (const key of ['maxBatchSize', 'maxLatency'] as const) {
    const value = fieldOf(fields, key) ?? 0;
    if (!Number.isSafeInteger(value)) {
      throw new Error(`batcher.${key} must be a whole number`);
    }
    if (Number(value) > 0) batcher[key] = Number(value);
    else batcher.defaulted.push(key);
  }
  return batcher;
}
