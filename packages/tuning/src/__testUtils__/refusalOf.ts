import { inferenceServiceGenerator } from '../generators/inferenceServiceGenerator';
import { OptionsError } from '../generators/optionsError';

/** What the generator of inference services says to options that it refuses; `taken` when it takes them. */
export function refusalOf(options: unknown, versions?: object): string {
  try {
    inferenceServiceGenerator.generate(options, versions);
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError);
    return (error as OptionsError).message;
  }
  return 'taken';
}
