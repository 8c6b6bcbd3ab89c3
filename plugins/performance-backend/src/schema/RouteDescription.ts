import type { z } from 'zod/v3';

/** A route as the OpenAPI document describes it. */
export interface RouteDescription {
  method: 'get' | 'post';
  /** Path with OpenAPI's parameters. */
  path: string;
  operationId: string;
  summary: string;
  query?: z.AnyZodObject;
  headers?: Record<string, string>;
  body?: z.ZodTypeAny;
  status: 200 | 201 | 202;
  /** Schema of a JSON answer, or the media type of another one. */
  answer: z.ZodTypeAny | 'text/markdown';
  /** Statuses of errors beside 401 and 503. */
  errors: (400 | 403 | 404 | 409 | 413)[];
}
