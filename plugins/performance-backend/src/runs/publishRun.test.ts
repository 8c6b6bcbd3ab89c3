import { mockServices } from '@backstage/backend-test-utils';
import type { Run } from '@dynoscope/scorecard';
import { createRunPublisher } from './publishRun';

const run = (state: Run['state'], done: number) =>
  ({ id: 'r', state, progress: { probes: [{ done }] } } as Run);

describe('the publisher of runs', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function setUp(publish = jest.fn(async () => {})) {
    const logger = mockServices.logger.mock();
    const send = createRunPublisher({ signals: { publish }, logger });
    const sent = () =>
      publish.mock.calls.map(
        ([{ message }]: any) => message.progress.probes[0].done,
      );
    return { send, sent, publish, logger };
  }

  it('sends at most two changes a second, the newest of each half, and the end at once', () => {
    const { send, sent, publish } = setUp();
    for (let done = 0; done < 40; done++) {
      send(run('running', done));
      jest.advanceTimersByTime(100);
    }
    expect(sent().length).toBeLessThanOrEqual(9);
    expect(sent().slice(0, 3)).toEqual([0, 4, 9]);
    send(run('running', 98));
    send(run('succeeded', 99));
    expect(sent().pop()).toBe(99);
    jest.advanceTimersByTime(5000);
    expect(sent().pop()).toBe(99);
    expect(publish).toHaveBeenLastCalledWith({
      channel: 'performance:run:r',
      recipients: { type: 'broadcast' },
      message: expect.objectContaining({ id: 'r', state: 'succeeded' }),
    });
  });

  it('does not let a failing signal disturb the run', async () => {
    const { send, logger } = setUp(
      jest.fn(async () => {
        throw new Error('no broker');
      }),
    );
    send(run('succeeded', 1));
    await jest.advanceTimersByTimeAsync(0);
    expect(logger.debug).toHaveBeenCalledTimes(1);
  });
});
