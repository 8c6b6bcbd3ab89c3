import type { JsonObject, JsonValue } from '@backstage/types';
import {
  errorCodeSchema,
  experimentSchema,
  measurementSchema,
  outcomeSchema,
  planSchema,
  probePlanSchema,
  probeProgressSchema,
  remedySchema,
  reportSchema,
  runErrorSchema,
  runSchema,
  scorecardSchema,
  targetSchema,
  validitySchema,
} from '@dynoscope/scorecard';
import { z } from 'zod/v3';
import { ignoreOverride, zodToJsonSchema } from 'zod-to-json-schema';
import type { RouteDescription } from './RouteDescription';
import { routes } from './routes';

/** The body of every error: that of Backstage, with the code that callers tell causes apart by. */
const errorSchema = z.object({
  error: z
    .object({
      name: z.string(),
      message: z.string(),
      code: errorCodeSchema.optional(),
      runId: z.string().optional(),
    })
    .passthrough(),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z.object({ statusCode: z.number().int() }),
});

/** Schemas that stand in the document once. */
const components: Record<string, z.ZodTypeAny> = {
  Error: errorSchema,
  Experiment: experimentSchema,
  Measurement: measurementSchema,
  Outcome: outcomeSchema,
  Plan: planSchema,
  ProbePlan: probePlanSchema,
  ProbeProgress: probeProgressSchema,
  Remedy: remedySchema,
  Report: reportSchema,
  Run: runSchema,
  RunError: runErrorSchema,
  Scorecard: scorecardSchema,
  Target: targetSchema,
  Validity: validitySchema,
};

const descriptions: Record<number, string> = {
  200: 'Done',
  201: 'Recorded',
  202: 'Queued',
  400: 'The request is wrong; the message names each field',
  401: 'No valid token',
  403: 'The caller may see this, and may not do it',
  404: 'There is no such thing, or the caller may not see it',
  413: 'The body or the documents in it are too large',
  409: 'It cannot be done now; `error.runId` names the run that is going on',
  503: 'Switched off, or the database does not answer',
};

/** Makes the OpenAPI 3.1 document from the schemas that router, client and actions share. */
export function describeOpenApi(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: operation(route),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'performance',
      version: '1',
      description:
        'Scorecards, reports and runs of Dynoscope. Times are ISO 8601 in UTC. Send a Backstage token as bearer.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/performance' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(
        Object.entries(components).map(([name, schema]) => [
          name,
          toJson(schema, { name }),
        ]),
      ),
    },
  };
}

function operation(route: RouteDescription): JsonObject {
  const { operationId, summary, body, status, answer, errors } = route;
  return {
    operationId,
    summary,
    parameters: parameters(route),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toJson(body) } },
      },
    }),
    responses: {
      [status]: {
        description: descriptions[status],
        content:
          answer === 'text/markdown'
            ? { [answer]: { schema: { type: 'string' } } }
            : { 'application/json': { schema: toJson(answer) } },
      },
      ...Object.fromEntries(
        [...errors, 401, 503].map(code => [code, errorResponse(code)]),
      ),
    },
  };
}

function errorResponse(status: number): JsonObject {
  return {
    description: descriptions[status],
    content: { 'application/json': { schema: toJson(errorSchema) } },
  };
}

function parameters({ path, query, headers = {} }: RouteDescription) {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodTypeAny).isOptional(),
    schema: toJson(schema as z.ZodTypeAny),
  }));
  const sent = Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }));
  return [...named, ...asked, ...sent];
}

/** JSON Schema of a zod schema, which refers to the components; `name` is that of the component it defines. */
function toJson(schema: z.ZodTypeAny, { name = '' } = {}): JsonObject {
  const { $schema: _, ...json } = zodToJsonSchema(schema, {
    target: 'jsonSchema2019-09',
    $refStrategy: 'none',
    pipeStrategy: 'input',
    // Readers ignore fields that they do not know; only requests are strict.
    removeAdditionalStrategy: 'strict',
    override(definition) {
      const component = Object.keys(components).find(
        key => components[key]._def === definition,
      );
      return component === undefined || component === name
        ? ignoreOverride
        : { $ref: `#/components/schemas/${component}` };
    },
  });
  return modern(json as JsonObject) as JsonObject;
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which says tuples in another word. */
function modern(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map(each => modern(each) as JsonValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [
    key === 'items' && Array.isArray(each) ? 'prefixItems' : key,
    modern(each),
  ]);
  return Object.fromEntries(entries);
}
