import type { GenerateRequest, GenerateResponse } from '@dynoscope/scorecard';
import { lintManifests, type Generator } from '@dynoscope/tuning';
import { asInvalid } from './asInvalid';
import { describeChange } from './describeChange';
import { unifiedDiff } from './unifiedDiff';

/** What a generator makes of options. */
export function generateNew(options: {
  generator: Generator<any>;
  request: GenerateRequest;
  /** What the operator's configuration makes of the options. */
  defaults: Record<string, unknown>;
}): GenerateResponse {
  const { generator, request, defaults } = options;
  const chosen = { ...request.options, ...defaults };
  return asInvalid(() => {
    const { files, values, inputs, warnings } = generator.generate(chosen);
    const { findings } = lintManifests({
      files: files.map(({ path, content }) => ({ file: path, content })),
    });
    return {
      generator: generator.id,
      options: chosen,
      inputs,
      values,
      files,
      diff: unifiedDiff(files),
      findings,
      description: describeChange({
        title: generator.title,
        values,
        warnings,
      }),
      warnings,
    };
  });
}
