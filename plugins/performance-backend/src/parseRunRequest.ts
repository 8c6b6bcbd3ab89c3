import { runRequestSchema, type RunRequest } from '@dynoscope/scorecard';
import { z } from 'zod/v3';
import { parse } from './parse';

const [ofPlan, planAndRun] = runRequestSchema.options;

/** Reads the body of `POST /runs` as the form that it looks like, so that a mistake in it is named. */
export function parseRunRequest(body: unknown): RunRequest {
  const hasPlan = typeof body === 'object' && body !== null && 'planId' in body;
  return hasPlan
    ? parse(ofPlan, body, 'body')
    : parse(planAndRun, body, 'body');
}

const keySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 printable characters')
  .optional();

/** Reads the header `Idempotency-Key`. */
export function parseIdempotencyKey(
  header: string | undefined,
): string | undefined {
  return parse(
    z.object({ 'Idempotency-Key': keySchema }),
    { 'Idempotency-Key': header },
    'headers',
  )['Idempotency-Key'];
}
