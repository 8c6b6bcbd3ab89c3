import type { ProbeProgress, Run } from '@dynoscope/scorecard';

/** One second of a load probe, as the live chart draws it. */
export type LiveSample = NonNullable<ProbeProgress['live']> & {
  probe: string;
  subject: string;
};

/** Points of one chart; beyond, every second point is dropped. */
const mostSamples = 600;

function isSameProbe(a: LiveSample, b: LiveSample): boolean {
  return a.probe === b.probe && a.subject === b.subject;
}

function thin(samples: LiveSample[]): LiveSample[] {
  return samples.length > mostSamples
    ? samples.filter((_, index) => (samples.length - 1 - index) % 2 === 0)
    : samples;
}

/**
 * Adds what a run says now to what it said before. One point a second; a second that is told twice keeps its last word;
 * a word that comes late is dropped; the next load probe starts afresh.
 */
export function addLiveSample(samples: LiveSample[], run: Run): LiveSample[] {
  const speaking =
    run.progress.probes.find(
      ({ state, live }) => state === 'running' && live,
    ) ?? [...run.progress.probes].reverse().find(({ live }) => live);
  if (!speaking?.live) return samples;
  const { probe, subject, live } = speaking;
  const sample: LiveSample = { ...live, probe, subject };
  const last = samples[samples.length - 1];
  if (!last || !isSameProbe(last, sample)) return [sample];
  if (sample.elapsedSeconds < last.elapsedSeconds) return samples;
  const isSameSecond =
    Math.floor(sample.elapsedSeconds) === Math.floor(last.elapsedSeconds);
  return isSameSecond
    ? [...samples.slice(0, -1), sample]
    : thin([...samples, sample]);
}
