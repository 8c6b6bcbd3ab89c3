import http from 'node:http';

/**
 * One HTTP request. (`fetch` warns of being experimental on Node 18.)
 *
 * @returns `{ status, body }`, or status 0 when nobody answers
 */
export function request(
  url,
  { method = 'GET', token, timeoutMs = 10000 } = {},
) {
  return new Promise(resolve => {
    const outgoing = http.request(
      url,
      {
        method,
        timeout: timeoutMs,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      },
      incoming => {
        const chunks = [];
        incoming.on('data', chunk => chunks.push(chunk));
        incoming.on('error', () => resolve({ status: 0, body: '' }));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => resolve({ status: 0, body: '' }));
    outgoing.end();
  });
}
