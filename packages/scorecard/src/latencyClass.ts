import { type Guide, type LatencyClass, guide as theGuide } from './guide';

/**
 * The classes of the guide, smallest models first.
 *
 * @public
 */
export const latencyClasses: readonly LatencyClass[] = [
  'small',
  'medium',
  'large',
  'llm',
];

const languageModelRuntimes = [
  'vllm',
  'tgi',
  'text-generation-inference',
  'huggingfaceserver',
];

function isLanguageModelRuntime(runtime: string): boolean {
  const name = runtime.toLowerCase();
  return languageModelRuntimes.some(
    known => name === known || name.split(/[^a-z0-9]+/).includes(known),
  );
}

/**
 * The class of a model: what the annotation says; else `llm` for a runtime of language models (vLLM, TGI,
 * huggingfaceserver); else by the size of the model in bytes, a size on a boundary being of the upper class. A wrong
 * annotation is a problem and the next source decides. Without any of them there is no class.
 *
 * @public
 */
export function latencyClassOf(options: {
  /** Value of `dynoscope.dev/latency-class`. */
  annotation?: string;
  /** Runtime of the model server. */
  runtime?: string;
  sizeBytes?: number;
  guide?: Guide;
}): { latencyClass?: LatencyClass; source: string; problem?: string } {
  const { annotation, runtime, sizeBytes, guide = theGuide } = options;
  const named = latencyClasses.find(each => each === annotation?.trim());
  if (named) return { latencyClass: named, source: 'annotation' };
  const problem =
    annotation === undefined
      ? undefined
      : `The annotation dynoscope.dev/latency-class is "${annotation}": write one of ${latencyClasses.join(
          ', ',
        )}`;
  const found = { ...(problem && { problem }) };
  if (runtime && isLanguageModelRuntime(runtime)) {
    return { latencyClass: 'llm', source: 'runtime', ...found };
  }
  if (sizeBytes !== undefined && sizeBytes >= 0) {
    const latencyClass = latencyClasses.find(
      each => sizeBytes < (guide.latencyClasses[each].belowBytes ?? Infinity),
    );
    return { latencyClass, source: 'size', ...found };
  }
  return { source: 'unknown', ...found };
}
