import { createHash } from 'node:crypto';
import type { Deployment } from '@dynoscope/scorecard';
import { UnreadableManifest } from './UnreadableManifest';

/** A manifest as it was read now. It is never kept: only the facts that are read from it are. */
export interface ManifestText {
  content: string;
  /** How it is called in findings and differences. */
  file: string;
  source: Deployment['source'];
  /** SHA-256 of the content. */
  digest: string;
  /** Whether a cluster has rolled it out; `undefined` where nobody knows. */
  ready?: boolean;
  /** The InferenceService that is meant, where the file may hold several. */
  name?: string;
}

/** The longest manifest that is read, in bytes. */
export const mostManifestBytes = 256 * 1024;

/** Makes a manifest of the bytes that were read. Throws when they are too many or no text. */
export function manifestText(
  bytes: Uint8Array,
  facts: Omit<ManifestText, 'content' | 'digest'>,
): ManifestText {
  if (bytes.length > mostManifestBytes) throw tooLarge();
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableManifest('it is not UTF-8 text');
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { ...facts, content, digest };
}

export function tooLarge(): UnreadableManifest {
  return new UnreadableManifest(
    `it is larger than ${mostManifestBytes / 1024} KiB`,
  );
}
