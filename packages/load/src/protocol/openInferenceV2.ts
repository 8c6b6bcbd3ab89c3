import { jsonAnswer } from './jsonAnswer';
import type { Protocol } from './Protocol';

/** Open Inference V2, REST. */
export const openInferenceV2: Protocol = {
  id: 'open-inference-v2',
  contentType: 'application/json',
  matches: path => /\/v2\/models\/[^/]+(\/versions\/[^/]+)?\/infer$/.test(path),
  problemOf: jsonAnswer(({ outputs }) => {
    if (!Array.isArray(outputs)) return 'outputs is not a list';
    return outputs.length > 0 ? undefined : 'outputs is empty';
  }),
};
