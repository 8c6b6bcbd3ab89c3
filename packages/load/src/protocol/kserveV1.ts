import { jsonAnswer } from './jsonAnswer';
import type { Protocol } from './Protocol';

/** KServe V1. A failed batch of KServe's agent answers 200 with `predictions: null` (pkg/batcher/handler.go). */
export const kserveV1: Protocol = {
  id: 'kserve-v1',
  contentType: 'application/json',
  matches: path => path.endsWith(':predict'),
  problemOf: jsonAnswer(({ predictions }) => {
    if (Array.isArray(predictions)) return undefined;
    if (predictions === null) return 'predictions is null';
    return 'predictions is not a list';
  }),
};
