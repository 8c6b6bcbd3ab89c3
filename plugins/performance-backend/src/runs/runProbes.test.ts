import type { ProbeContext } from '@dynoscope/backstage-plugin-performance-node';
import type { Run } from '@dynoscope/scorecard';
import { echoed } from '../__testUtils__/echoProbe';
import { good, loop, probe } from '../__testUtils__/loop';

describe('the loop over probes', () => {
  it('gives each probe what it needs and keeps all that it brings', async () => {
    const seen: Partial<ProbeContext>[] = [];
    const { results, states } = await loop([
      probe('first', async (_, context) => {
        seen.push(context);
        const id = context.evidence({ kind: 'k', title: 't', raw: { a: 1 } });
        context.note('a note');
        context.command('dynoscope bench');
        context.fingerprint({ image: 'i', collectedBy: 'first' });
        context.validity({ verdict: 'valid', reasons: [] });
        context.progress({ done: 1, total: 2 });
        const before = await context.previous?.('echo.time', 'p50');
        const { ip } = await context.resolve('http://one/');
        return [
          echoed({ evidenceIds: [id], value: before!.value + ip.length }),
        ];
      }),
      probe('second', good),
    ]);
    expect(results).toEqual([
      {
        plan: expect.objectContaining({ probe: 'first', title: 'Echo' }),
        findings: {
          measurements: [expect.objectContaining({ value: 12 })],
          evidence: [
            { id: expect.any(String), kind: 'k', title: 't', raw: { a: 1 } },
          ],
          notes: ['a note'],
          commands: ['dynoscope bench'],
          fingerprint: { image: 'i', collectedBy: 'first' },
          validity: { verdict: 'valid', reasons: [] },
        },
      },
      { plan: expect.anything(), findings: expect.anything() },
    ]);
    expect(seen[0]).toMatchObject({ runId: 'run', plan: { probe: 'first' } });
    expect(states[0]).toEqual(['running', 'waiting']);
    expect(states[states.length - 1]).toEqual(['succeeded', 'succeeded']);
  });

  it('ends with what was done when it is aborted, and tells the probe why', async () => {
    const abort = new AbortController();
    let reason: unknown;
    const third = jest.fn(good);
    const { results, states } = await loop(
      [
        probe('first', good),
        probe('second', (_, { signal }) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
          });
          abort.abort(new Error('cancelled'));
          return new Promise(() => {});
        }),
        probe('third', third),
      ],
      { abort },
    );
    expect(results).toHaveLength(1);
    expect(reason).toEqual(new Error('cancelled'));
    expect(third).not.toHaveBeenCalled();
    expect(states[states.length - 1]).toEqual([
      'succeeded',
      'cancelled',
      'cancelled',
    ]);
  });

  it('takes nothing from a probe that was left behind', async () => {
    let late: ProbeContext | undefined;
    const { results } = await loop([
      probe('late', (_, context) => {
        late = context;
        return new Promise(() => {});
      }),
      probe('good', async (_, context) => {
        late?.note('too late');
        late?.progress({ done: 99 });
        await expect(late?.resolve('http://one/')).rejects.toThrow('within');
        context.note('in time');
        return [echoed()];
      }),
    ]);
    expect(results[1]).toMatchObject({ findings: { notes: ['in time'] } });
    expect(JSON.stringify(results)).not.toContain('too late');
  });

  it.each<[string, (entry: Run['plan']['probes'][number]) => void]>([
    [
      'would do more now',
      entry => {
        entry.max.requests = 0;
      },
    ],
    [
      'is for another subject',
      entry => {
        entry.subject = 'echo/gone';
      },
    ],
    [
      'goes elsewhere now',
      entry => {
        entry.address = 'http://other/';
      },
    ],
  ])('does not run a plan that %s', async (_, change) => {
    const measure = jest.fn(good);
    const { results } = await loop([probe('first', measure)], { change });
    expect(results).toEqual([
      {
        plan: expect.anything(),
        error: {
          code: 'invalid',
          message: expect.stringContaining('make a new plan'),
        },
      },
    ]);
    expect(measure).not.toHaveBeenCalled();
  });
});
