import { version } from '../package.json';
import { json } from './answer';
import type { Answer } from './answer';
import { predictV1 } from './kserveV1';
import { ValueError } from './OnnxModel';
import type { OnnxModel } from './OnnxModel';
import { inferV2 } from './openInferenceV2';

export interface RouteRequest {
  method: string;
  /** Decoded, without the query. */
  path: string;
  body: string;
}

export type Handler = (request: RouteRequest) => Promise<Answer>;

interface Route {
  method: 'GET' | 'POST';
  /** May capture the name of a model, which must then be the one that is served. */
  path: RegExp;
  answer(body: string): Answer | Promise<Answer>;
}

/** The routes of a KServe 0.21 server that serves one model. */
export function createRoutes(options: {
  name: string;
  model: OnnxModel;
}): Handler {
  const { name, model } = options;
  const ready = { name, ready: true };
  const fixed = (value: unknown) => () => json(200, value);

  const routes: Route[] = [
    { method: 'GET', path: /^\/$/, answer: fixed({ status: 'alive' }) },
    {
      method: 'GET',
      path: /^\/v1\/models$/,
      answer: fixed({ models: [name] }),
    },
    {
      method: 'POST',
      path: /^\/v1\/models\/(.+):predict$/,
      answer: body => predictV1(model, body),
    },
    { method: 'GET', path: /^\/v1\/models\/([^/]+)$/, answer: fixed(ready) },
    {
      method: 'GET',
      path: /^\/v2$/,
      answer: fixed({
        name: 'dynoscope-example-model-server',
        version,
        extensions: [],
      }),
    },
    {
      method: 'GET',
      path: /^\/v2\/health\/live$/,
      answer: fixed({ live: true }),
    },
    {
      method: 'GET',
      path: /^\/v2\/health\/ready$/,
      answer: fixed({ ready: true }),
    },
    {
      method: 'GET',
      path: /^\/v2\/models$/,
      answer: fixed({ models: [name] }),
    },
    {
      method: 'GET',
      path: /^\/v2\/models\/([^/]+)$/,
      answer: fixed({
        name,
        versions: null,
        platform: 'onnxruntime_onnx',
        inputs: model.inputs,
        outputs: model.outputs,
      }),
    },
    {
      method: 'GET',
      path: /^\/v2\/models\/([^/]+)\/ready$/,
      answer: fixed(ready),
    },
    {
      method: 'POST',
      path: /^\/v2\/models\/([^/]+)\/infer$/,
      answer: body => inferV2({ model, name, body }),
    },
  ];

  return async ({ method, path, body }) => {
    const found = routes.filter(route => route.path.test(path));
    const route = found.find(candidate => candidate.method === method);
    if (!route) {
      return found.length > 0
        ? json(405, { detail: 'Method Not Allowed' })
        : json(404, { detail: 'Not Found' });
    }
    const wanted = route.path.exec(path)?.[1];
    if (wanted !== undefined && wanted !== name) {
      return json(404, {
        error: `Model with name ${wanted} does not exist.`,
      });
    }
    try {
      return await route.answer(body);
    } catch (error) {
      const kind = error instanceof ValueError ? 'ValueError' : 'RuntimeError';
      return json(500, { error: `${kind} : ${(error as Error).message}` });
    }
  };
}
