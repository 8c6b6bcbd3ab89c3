/**
 * Why a run ended before its plan did. The engine's own codes are `aborted`, `breaker`, `target-limit` (a limit of the
 * plan) and `unreachable`; `shouldStop` may bring others.
 *
 * @public
 */
export interface Stop {
  code: string;
  message: string;
}
