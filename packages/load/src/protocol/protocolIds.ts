/**
 * The protocols whose answers the engine can judge.
 *
 * @public
 */
export const protocolIds = ['http', 'kserve-v1', 'open-inference-v2'] as const;

/**
 * One of {@link protocolIds}.
 *
 * @public
 */
export type ProtocolId = (typeof protocolIds)[number];
