import { request as httpsRequest } from 'node:https';
import type { RequestContext, ResponseContext } from '@kubernetes/client-node';
import { UnreadableManifest } from '../UnreadableManifest';

/** The longest answer of an API server that is read: a manifest with its status and history of fields. */
const mostBytes = 2 ** 20;

const reasonOf: Record<number, string> = {
  401: 'the cluster does not accept the token or certificate',
  403: 'the account may not get inferenceservices.serving.kserve.io there',
  404: 'the cluster has no such InferenceService, or no KServe',
};

/**
 * Sends a GET of the Kubernetes client: no redirect is followed, an answer is bounded in size, and an error says what
 * happened without a word of the server. Ends with the signal.
 */
export function sendBounded(
  context: RequestContext,
  signal: AbortSignal,
): Promise<ConstructorParameters<typeof ResponseContext>> {
  return new Promise((resolve, reject) => {
    const url = new URL(context.getUrl());
    if (url.protocol !== 'https:') {
      reject(new UnreadableManifest('the cluster is not reached by https'));
      return;
    }
    const sent = httpsRequest(url, {
      method: 'GET',
      headers: context.getHeaders(),
      agent: context.getAgent() as never,
      // whatever the environment of the process says
      rejectUnauthorized: true,
      signal,
      maxHeaderSize: 16 * 1024,
    });
    const fail = (error: NodeJS.ErrnoException) =>
      reject(
        signal.aborted
          ? signal.reason
          : new UnreadableManifest(connectionReason(error)),
      );
    sent.on('error', fail);
    sent.on('response', response => {
      const { statusCode = 0 } = response;
      if (statusCode !== 200) {
        sent.destroy();
        reject(new UnreadableManifest(statusReason(statusCode)));
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('error', fail);
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length <= mostBytes) return;
        sent.destroy();
        reject(
          new UnreadableManifest(
            `the answer of the cluster is larger than ${mostBytes} bytes`,
          ),
        );
      });
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve([
          statusCode,
          // whatever the server calls it, it is read as JSON
          { 'content-type': 'application/json' },
          {
            text: async () => bytes.toString('utf8'),
            binary: async () => bytes,
          },
        ]);
      });
    });
    sent.end();
  });
}

function statusReason(status: number): string {
  if (status >= 300 && status < 400) {
    return 'the cluster answers with a redirect, which is not followed';
  }
  return reasonOf[status] ?? `the cluster answers with status ${status}`;
}

function connectionReason({ code = '' }: NodeJS.ErrnoException): string {
  if (/CERT|SELF_SIGNED|ALTNAME|ISSUER|SIGNATURE/.test(code)) {
    return 'the certificate of the cluster is not trusted';
  }
  if (/^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE)/.test(code)) {
    return 'the cluster cannot be reached';
  }
  return 'the cluster does not answer as an API server does';
}
