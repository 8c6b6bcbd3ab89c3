import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  manifestText,
  mostManifestBytes,
  tooLarge,
  type ManifestText,
} from './manifestText';
import { UnreadableManifest } from './UnreadableManifest';

/** What an error of a reader of addresses means; its own text may hold anything. */
const reasons: Record<string, string> = {
  NotFoundError: 'there is no such file',
  NotAllowedError:
    'the portal may not read the address: an integration or backend.reading.allow has to allow it',
  AuthenticationError: 'the integration has no right to read it',
};

/** Reads a manifest from an address, as Backstage reads files of repositories. */
export async function readManifestUrl(
  location: { url: string; name?: string },
  options: { urlReader: UrlReaderService; signal: AbortSignal },
): Promise<ManifestText> {
  const { url, name } = location;
  const { urlReader, signal } = options;
  let bytes: Uint8Array;
  try {
    const answer = await urlReader.readUrl(url, { signal });
    bytes = answer.stream
      ? await readStream(answer.stream())
      : await answer.buffer();
  } catch (error) {
    if (signal.aborted || error instanceof UnreadableManifest) throw error;
    throw new UnreadableManifest(
      reasons[(error as Error)?.name] ?? 'the address could not be read',
    );
  }
  const { origin, pathname } = new URL(url);
  return manifestText(bytes, {
    file: pathname.split('/').at(-1) || 'manifest.yaml',
    // a query may hold a key
    source: { kind: 'url', reference: `${origin}${pathname}` },
    name,
  });
}

async function readStream(
  stream: AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    // leaving the loop ends the stream
    if (length > mostManifestBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
