import type { LoadPlan } from '@dynoscope/load';

/** What a payload may hold that is counted: rows of KServe v1, or tensors whose first dimension is the rows. */
interface Payload {
  instances?: unknown;
  inputs?: { shape?: unknown }[];
}

/** Rows that one request asks the model about: what a batcher counts. 1 where the payload does not say. */
export function instancesOf({
  protocol,
  body,
}: Pick<LoadPlan, 'protocol' | 'body'>): number {
  if (!body || !('text' in body)) return 1;
  let payload: Payload | null;
  try {
    payload = JSON.parse(body.text);
  } catch {
    return 1;
  }
  if (protocol === 'kserve-v1') {
    const { instances } = payload ?? {};
    return Array.isArray(instances) ? Math.max(1, instances.length) : 1;
  }
  if (protocol === 'open-inference-v2' && Array.isArray(payload?.inputs)) {
    const shape = payload.inputs[0]?.shape;
    const rows = Array.isArray(shape) ? shape[0] : 1;
    return Number.isSafeInteger(rows) && rows > 0 ? rows : 1;
  }
  return 1;
}
