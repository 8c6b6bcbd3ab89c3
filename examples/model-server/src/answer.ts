/** What a route answers, before it meets HTTP. */
export interface Answer {
  status: number;
  contentType: string;
  body: string;
}

export function json(status: number, value: unknown): Answer {
  return {
    status,
    contentType: 'application/json',
    body: JSON.stringify(value),
  };
}

/** As Go's `http.Error` writes it, which KServe's batching agent uses. */
export function text(status: number, message: string): Answer {
  return {
    status,
    contentType: 'text/plain; charset=utf-8',
    body: `${message}\n`,
  };
}
