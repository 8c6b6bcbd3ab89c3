import type { Measurement } from '@dynoscope/scorecard';
import { echoed } from '../__testUtils__/echoProbe';
import { good, loop, probe, type Measure } from '../__testUtils__/loop';
import { performanceError } from '../performanceError';

describe('a probe that misbehaves', () => {
  const wrong =
    (change: Partial<Measurement>): Measure =>
    async () =>
      [echoed(change)];

  it.each<[string, Measure, string | undefined, RegExp]>([
    [
      'throws',
      async () => {
        throw new Error('token=s3cret');
      },
      undefined,
      /the log of the backend/,
    ],
    [
      'throws at once',
      () => {
        throw new Error('token=s3cret');
      },
      undefined,
      /the log of the backend/,
    ],
    [
      'rejects with nothing',
      () => Promise.reject(undefined),
      undefined,
      /the log/,
    ],
    [
      'throws a code',
      async () => {
        throw performanceError('unreachable', 'No answer');
      },
      'unreachable',
      /^No answer$/,
    ],
    [
      'emits an undeclared metric',
      wrong({ metric: 'other' }),
      'protocol',
      /emitted other in ms, which it does not declare/,
    ],
    [
      'emits another unit',
      wrong({ unit: 's' }),
      'protocol',
      /emitted echo.time in s/,
    ],
    [
      'emits NaN',
      wrong({ value: NaN }),
      'protocol',
      /no measurement of echo\/one/,
    ],
    [
      'emits infinity',
      wrong({ value: Infinity }),
      'protocol',
      /no measurement/,
    ],
    [
      'emits of another subject',
      wrong({ subject: 'echo/two' }),
      'protocol',
      /no measurement/,
    ],
    [
      'never comes back',
      () => new Promise(() => {}),
      'budget-exceeded',
      /within the 0.05 s of its plan/,
    ],
    [
      'comes back too late',
      (_, { signal }) =>
        new Promise(resolve =>
          signal.addEventListener('abort', () => resolve([echoed()])),
        ),
      'budget-exceeded',
      /within/,
    ],
  ])(
    'makes an error of a probe that %s, and goes on',
    async (_, measure, code, message) => {
      const { results, states, logger } = await loop([
        probe('bad', measure),
        probe('good', good),
      ]);
      expect(results).toEqual([
        {
          plan: expect.objectContaining({ probe: 'bad' }),
          error: {
            ...(code && { code }),
            message: expect.stringMatching(message),
          },
        },
        { plan: expect.anything(), findings: expect.anything() },
      ]);
      expect(states[states.length - 1]).toEqual(['failed', 'succeeded']);
      expect(JSON.stringify(results)).not.toContain('s3cret');
      expect(logger.warn).toHaveBeenCalledTimes(1);
    },
  );
});
