import type { LoadResult } from '@dynoscope/load';
import type { Measurement } from '@dynoscope/scorecard';

/** Something that takes confidence from a measurement. Below 0.5 it decides nothing. */
export interface Doubt {
  value: number;
  reason: string;
}

/** What a run that is not valid is worth: nothing, since its numbers may be anything. */
const invalid = 0;
/** What a late client leaves: its lateness is known and allowed for. */
const clientLimited = 0.7;

/** What the validity of a run takes from all its measurements. */
export function runDoubts({ validity }: LoadResult): Doubt[] {
  if (validity.verdict !== 'invalid') return [];
  return validity.reasons.map(({ message }) => ({
    value: invalid,
    reason: message,
  }));
}

/** Whether the client was too slow for the numbers to be the target's alone. */
export function isClientLimited({ validity }: LoadResult): boolean {
  return validity.verdict === 'client-limited';
}

/** How much longer than it was a latency may look, in ms: by the lateness of the client's event loop. */
export function clientLateness(result: LoadResult): number {
  return isClientLimited(result) ? result.lateness.p99 : 0;
}

/** The doubt in what a slow client made look worse, in words that say what is done about it. */
export function clientDoubts(result: LoadResult, allowance: string): Doubt[] {
  if (!isClientLimited(result)) return [];
  const lateness = clientLateness(result).toFixed(1);
  return [
    {
      value: clientLimited,
      reason: `the client reacted up to ${lateness} ms late: ${allowance}`,
    },
  ];
}

export function confidenceOf(doubts: Doubt[]): Measurement['confidence'] {
  return {
    value: Math.min(1, ...doubts.map(({ value }) => value)),
    reasons: doubts.map(({ reason }) => reason),
  };
}
