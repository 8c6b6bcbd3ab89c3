import type { z } from 'zod/v3';
import { plain } from '../manifest/plainText';
import { type OptionProblem, OptionsError } from './optionsError';

const mostProblems = 20;

/**
 * Options as a schema has them.
 *
 * @throws OptionsError naming each wrong option, without repeating what was given.
 */
export function parseOptions<Options>(
  schema: z.ZodType<Options, z.ZodTypeDef, unknown>,
  options: unknown,
): Options {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  throw new OptionsError(
    parsed.error.issues.slice(0, mostProblems).map(describe),
  );
}

function describe(issue: z.ZodIssue): OptionProblem {
  const field = issue.path.map(shown).join('.') || 'options';
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        field: [
          ...issue.path.map(shown),
          issue.keys.slice(0, 3).map(shown).join(', '),
        ].join('.'),
        message: 'is no option here',
      };
    case 'invalid_enum_value':
      return { field, message: `must be one of ${issue.options.join(', ')}` };
    case 'invalid_type':
      return {
        field,
        message:
          issue.received === 'undefined'
            ? 'is missing'
            : `must be of type ${issue.expected}, not ${issue.received}`,
      };
    case 'too_small':
      return {
        field,
        message: `must be at least ${issue.minimum}${of(issue)}`,
      };
    case 'too_big':
      return { field, message: `must be at most ${issue.maximum}${of(issue)}` };
    default:
      return { field, message: issue.message };
  }
}

function of({ type }: { type: string }): string {
  if (type === 'string') return ' characters long';
  return type === 'array' ? ' entries long' : '';
}

function shown(part: string | number): string {
  return plain(part).replace(/[^\w./…-]/g, '?');
}
