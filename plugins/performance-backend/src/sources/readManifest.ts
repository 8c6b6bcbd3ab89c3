import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ClusterConfig } from '../config/cluster';
import type { ManifestLocation } from '../config/manifest';
import { readInferenceService } from './kubernetes/readInferenceService';
import type { ManifestText } from './manifestText';
import { readManifestFile } from './readManifestFile';
import { readManifestUrl } from './readManifestUrl';
import { UnreadableManifest } from './UnreadableManifest';

/** What manifests are read with. */
export interface ManifestReaders {
  urlReader: UrlReaderService;
  clusters: Record<string, ClusterConfig>;
  /** Files below it are shown relative to it. */
  publishFolder?: string;
}

/**
 * Reads a manifest from where the operator says it is, as it is now, within a time and a size.
 *
 * @throws UnreadableManifest that says why not, without secret and without a word of a server; the reason of the signal.
 */
export async function readManifest(
  location: ManifestLocation,
  options: ManifestReaders & {
    signal?: AbortSignal;
    /** Default 5 s. */
    longestMilliseconds?: number;
  },
): Promise<ManifestText> {
  const { signal: own, longestMilliseconds = 5000 } = options;
  own?.throwIfAborted();
  const end = new AbortController();
  const late = new UnreadableManifest(
    `it was not answered within ${longestMilliseconds / 1000} s`,
  );
  const timer = setTimeout(() => end.abort(late), longestMilliseconds);
  const signal = own ? AbortSignal.any([own, end.signal]) : end.signal;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
  const reading = read(location, { ...options, signal });
  // what comes after the end counts no more
  reading.catch(() => {});
  ended.catch(() => {});
  try {
    return await Promise.race([reading, ended]);
  } finally {
    clearTimeout(timer);
    end.abort(late);
  }
}

async function read(
  location: ManifestLocation,
  options: ManifestReaders & { signal: AbortSignal },
): Promise<ManifestText> {
  switch (location.kind) {
    case 'file':
      return readManifestFile(location, options);
    case 'url':
      return readManifestUrl(location, options);
    default:
      return readInferenceService(location, options);
  }
}
