import type { ProbeProgress, Run } from '@dynoscope/scorecard';
import { exampleRun } from '../../dev/exampleRun';
import { runProgress } from './runProgress';

const [planned] = exampleRun.plan.probes;
const [step] = exampleRun.progress.probes;

/** Two probes: 60 s of load, then 20 s of reading. */
function running(
  first: Partial<ProbeProgress>,
  second: Partial<ProbeProgress> = {},
): Run {
  const reading = { probe: 'database', subject: 'database/mlflow' };
  return {
    ...exampleRun,
    plan: {
      ...exampleRun.plan,
      probes: [
        { ...planned, max: { ...planned.max, seconds: 60 } },
        { ...planned, ...reading, max: { ...planned.max, seconds: 20 } },
      ],
    },
    progress: {
      probes: [
        { ...step, live: undefined, unit: '', ...first },
        {
          ...step,
          ...reading,
          live: undefined,
          unit: '',
          state: 'waiting',
          ...second,
        },
      ],
    },
  };
}

describe('runProgress', () => {
  it.each([
    ['nothing has begun', { state: 'waiting' }, {}, 0],
    ['half of the first probe is done', { done: 30, total: 60 }, {}, 30],
    ['a probe counts in requests', { done: 50, total: 200 }, {}, 15],
    ['a probe does not say how much there is', { done: 9, total: 0 }, {}, 0],
    ['a probe says more than there is', { done: 90, total: 60 }, {}, 60],
    ['the first probe is over', { state: 'succeeded' }, {}, 60],
    ['a failed probe is over too', { state: 'failed', done: 1 }, {}, 60],
    [
      'both go on',
      { state: 'succeeded' },
      { state: 'running', done: 5, total: 10 },
      70,
    ],
  ] as const)('counts planned seconds when %s', (_, first, second, elapsed) => {
    const progress = runProgress(running(first, second));
    expect(progress.elapsedSeconds).toBe(elapsed);
    expect(progress.totalSeconds).toBe(80);
    expect(progress.share).toBeCloseTo(elapsed / 80);
  });

  it('believes what a probe says that it takes before what it may take', () => {
    const said = { done: 19, total: 38, unit: 's' };
    expect(runProgress(running(said))).toMatchObject({
      elapsedSeconds: 19,
      totalSeconds: 58,
    });
  });

  it('names the probe that goes on', () => {
    const run = running({ state: 'succeeded' }, { state: 'running' });
    expect(runProgress(run).current?.probe).toBe('database');
    expect(
      runProgress(running({ state: 'succeeded' })).current,
    ).toBeUndefined();
  });
});
