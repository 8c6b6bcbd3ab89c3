import { http } from './http';
import { kserveV1 } from './kserveV1';
import { openInferenceV2 } from './openInferenceV2';
import type { Protocol } from './Protocol';
import type { ProtocolId } from './protocolIds';

const protocols: readonly Protocol[] = [kserveV1, openInferenceV2, http];

/**
 * The protocol that an address speaks by its path: `:predict` is KServe V1, `/v2/models/<name>/infer` Open Inference V2.
 *
 * @throws TypeError when the address is no URL.
 * @public
 */
export function detectProtocol(url: string): ProtocolId {
  const path = new URL(url).pathname;
  return protocols.find(protocol => protocol.matches(path))!.id;
}

/** The protocol of this id. */
export function protocolOf(id: ProtocolId): Protocol {
  return protocols.find(protocol => protocol.id === id)!;
}
