import type { ProtocolId } from './protocolIds';

/** What is sent and what counts as an answer, beyond the status. */
export interface Protocol {
  id: ProtocolId;
  /** The content type of a body that names none; hey's default for plain HTTP. */
  contentType: string;
  /** Whether a path is one of this protocol. */
  matches(path: string): boolean;
  /** Why the whole body of a 2xx answer is a failure; `undefined` when it is an answer. Left out, any body will do. */
  problemOf?(body: Uint8Array): string | undefined;
}
