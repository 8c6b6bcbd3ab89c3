import type { ProbeProgress, Run } from '@dynoscope/scorecard';
import { exampleRun } from '../../dev/exampleRun';
import { addLiveSample, type LiveSample } from './liveSamples';

const [step] = exampleRun.progress.probes;

function saying(
  elapsedSeconds: number,
  part: Partial<ProbeProgress> & { succeeded?: number } = {},
): Run {
  const { succeeded = 0, ...others } = part;
  const live = { ...step.live!, elapsedSeconds, succeeded };
  return {
    ...exampleRun,
    progress: { probes: [{ ...step, live, ...others }] },
  };
}

function collect(runs: readonly Run[]): LiveSample[] {
  return runs.reduce(addLiveSample, [] as LiveSample[]);
}

describe('addLiveSample', () => {
  it.each([
    ['keeps one point a second', [1, 2.1, 3.4], [1, 2.1, 3.4]],
    ['lets the last word of a second stand', [1, 1.25, 1.5, 2], [1.5, 2]],
    ['drops a word that comes late', [5, 6, 3, 7], [5, 6, 7]],
  ])('%s', (_, said, kept) => {
    expect(
      collect(said.map(seconds => saying(seconds))).map(
        sample => sample.elapsedSeconds,
      ),
    ).toEqual(kept);
  });

  it('keeps the newest counts of a second', () => {
    const runs = [saying(1, { succeeded: 40 }), saying(1.5, { succeeded: 90 })];
    expect(collect(runs)).toMatchObject([{ succeeded: 90 }]);
  });

  it('starts afresh with the next load probe, and not with one that only reads', () => {
    const first = [saying(1), saying(2)];
    const reading: Run = {
      ...exampleRun,
      progress: {
        probes: [
          { ...saying(2).progress.probes[0], state: 'succeeded' },
          { ...step, subject: 'database/mlflow', live: undefined },
        ],
      },
    };
    const next = saying(1, { subject: 'endpoint/other' });
    expect(collect([...first, reading])).toHaveLength(2);
    expect(collect([...first, reading, next])).toMatchObject([
      { subject: 'endpoint/other', elapsedSeconds: 1 },
    ]);
  });

  it('stays small over a run of hours, with the newest second last', () => {
    const seconds = Array.from({ length: 7200 }, (_, index) => index);
    const samples = collect(seconds.map(second => saying(second)));
    expect(samples.length).toBeLessThanOrEqual(600);
    expect(samples[samples.length - 1].elapsedSeconds).toBe(7199);
    const times = samples.map(sample => sample.elapsedSeconds);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
