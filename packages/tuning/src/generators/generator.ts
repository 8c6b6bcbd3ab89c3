import type { Change, Input, Versions } from '@dynoscope/scorecard';
import type { z } from 'zod/v3';

/**
 * A file that a generator made. `path` is relative, with `/`.
 *
 * @public
 */
export interface GeneratedFile {
  path: string;
  content: string;
}

/**
 * What a generator made, and how it came to each value.
 *
 * @public
 */
export interface Generated {
  files: GeneratedFile[];
  /** `was` is what the guide writes there, where that is something else; `path` points into the object of the value's file. */
  values: Change[];
  inputs: Input[];
  warnings: string[];
  /** Fields that hold `CHANGE-ME` and must be filled in before anything is applied; empty when all is there. */
  placeholders: string[];
}

/**
 * Turns options into manifests: pure, so that the same options always give the same bytes.
 *
 * @public
 */
export interface Generator<Options> {
  id: string;
  title: string;
  /** Checks each option by itself, which a JSON Schema can be made of; `generate` also checks how they go together. */
  options: z.ZodType<Options, z.ZodTypeDef, unknown>;
  /**
   * @throws OptionsError that names each wrong option and what is allowed.
   */
  generate(options: unknown, versions?: Versions): Generated;
}
