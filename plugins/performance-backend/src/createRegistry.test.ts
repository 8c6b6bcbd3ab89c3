import { checks, metrics } from '@dynoscope/scorecard';
import { echoProbe } from './__testUtils__/echoProbe';
import { createRegistry } from './createRegistry';
import { listChecks, listMetrics } from './listRegistry';

const builtIn = { probes: [], checks, metrics };
const check = { ...checks[0], id: 'echo-time' };

describe('the registry', () => {
  it('joins what is built in and what was added', () => {
    const registry = createRegistry({
      probes: [echoProbe()],
      checks: [
        ...checks,
        { ...check, metrics: [{ metric: 'echo.time', statistic: 'p50' }] },
      ],
      metrics,
    });
    const listed = listChecks(registry);
    expect(listed.totalItems).toBe(checks.length + 1);
    expect(listed.items).toContainEqual(
      expect.objectContaining({ id: 'echo-time', category: 'inference' }),
    );
    expect(
      listed.items.find(({ id }) => id === 'inference-error-rate')?.target,
    ).toEqual({ below: 0.1 });
    expect(listMetrics(registry).items.map(({ id }) => id)).toContain(
      'echo.time',
    );
  });

  it.each<[string, Partial<Parameters<typeof createRegistry>[0]>, RegExp]>([
    [
      'two probes with one id',
      { probes: [echoProbe(), echoProbe()] },
      /two probes with the id echo/,
    ],
    [
      'two checks with one id',
      { checks: [...checks, checks[0]] },
      /two checks with the id inference-latency-p50/,
    ],
    [
      'one metric in two units',
      {
        probes: [
          echoProbe({
            metrics: [
              {
                id: 'inference.latency',
                title: 'Latency',
                unit: 's',
                better: 'lower',
              },
            ],
          }),
        ],
      },
      /metric inference.latency is defined twice: in ms, lower is better, and in s/,
    ],
    [
      'a check of a metric that nobody measures',
      {
        checks: [{ ...check, metrics: [{ metric: 'x.y', statistic: 'p50' }] }],
      },
      /check echo-time needs the metric x.y, which no probe measures/,
    ],
  ])('refuses %s', (_, added, message) => {
    expect(() => createRegistry({ ...builtIn, ...added })).toThrow(message);
  });
});
