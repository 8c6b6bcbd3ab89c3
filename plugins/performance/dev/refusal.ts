/** What the client throws when the backend refuses. */
export function refusal(options: {
  status: number;
  code?: string;
  message?: string;
  runId?: string;
}): Error {
  const { status, code, message = 'refused', runId } = options;
  return Object.assign(new Error(`Request failed with ${status}`), {
    response: { status, headers: new Headers() },
    body: { error: { name: 'Error', message, code, runId } },
    cause: new Error(message),
  });
}
