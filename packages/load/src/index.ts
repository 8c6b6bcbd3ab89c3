/**
 * The load engine: carries out a load plan and measures what comes back.
 *
 * @packageDocumentation
 */

export { errorKinds } from './errorKinds';
export type { ErrorKind } from './errorKinds';
export { runLoad } from './engine';
export type {
  AnswerRecord,
  LoadAddress,
  LoadOptions,
  LoadProgress,
} from './LoadOptions';
export { loadResultSchema, validityCodes } from './LoadResult';
export type { Distribution, LoadResult, ValidityCode } from './LoadResult';
export { loadPlanSchema, parseLoadPlan, sloNames } from './plan';
export type { LoadPlan, LoadPlanInput, SloName } from './plan';
export { benchCommand } from './benchCommand';
export { detectProtocol } from './protocol/detectProtocol';
export { protocolIds } from './protocol/protocolIds';
export type { ProtocolId } from './protocol/protocolIds';
export { runLoadInProcess } from './runLoadInProcess';
export type { Stop } from './Stop';
export type { TlsOptions } from './transport/TlsOptions';
export { validityLimits } from './validity';
