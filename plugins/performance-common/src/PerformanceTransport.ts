import { ResponseError } from '@backstage/errors';
import type { PerformanceRequestOptions } from './PerformanceApi';

type Query = Record<string, string | number | undefined>;

/** Sends requests to the performance backend. Throws a `ResponseError` when it refuses. */
export class PerformanceTransport {
  constructor(
    private readonly options: {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi: { fetch: typeof fetch };
    },
  ) {}

  async get<T>(
    path: string,
    options: PerformanceRequestOptions = {},
    query: Query = {},
  ): Promise<T> {
    return (await this.send(path, { ...options, query })).json();
  }

  async getText(
    path: string,
    options: PerformanceRequestOptions = {},
  ): Promise<string> {
    return (await this.send(path, options)).text();
  }

  async post<T>(
    path: string,
    body: unknown,
    options: PerformanceRequestOptions = {},
    headers: Record<string, string> = {},
  ): Promise<T> {
    return (await this.send(path, { ...options, body, headers })).json();
  }

  private async send(
    path: string,
    request: PerformanceRequestOptions & {
      query?: Query;
      body?: unknown;
      headers?: Record<string, string>;
    },
  ): Promise<Response> {
    const { body, headers, query = {}, signal } = request;
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('performance');
    const response = await fetchApi.fetch(`${baseUrl}${path}${search(query)}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers:
        body === undefined
          ? headers
          : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function search(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
