/** The protocols whose answers the engine can judge. */
export const protocolIds = ['http', 'kserve-v1', 'open-inference-v2'] as const;

/** @public */
export type ProtocolId = (typeof protocolIds)[number];
