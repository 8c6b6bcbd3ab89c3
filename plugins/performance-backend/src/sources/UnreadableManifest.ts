/** A manifest that could not be read. The message is shown: it holds no secret, and no text of a server. */
export class UnreadableManifest extends Error {
  override name = 'UnreadableManifest';
}
