import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import type { Measurement } from '@dynoscope/scorecard';

/** A measurement of the echo probe. */
export function echoed(changes: Partial<Measurement> = {}): Measurement {
  return {
    metric: 'echo.time',
    statistic: 'p50',
    subject: 'echo/one',
    value: 12,
    unit: 'ms',
    n: 100,
    window: {
      start: '2026-11-24T12:00:00.000Z',
      end: '2026-11-24T12:00:01.000Z',
    },
    source: { kind: 'echo', detail: 'test', vantage: 'portal' },
    confidence: { value: 1, reasons: [] },
    evidenceIds: [],
    ...changes,
  };
}

/**
 * A probe that asks each address of the annotation `test/echo` once, from where the door says. Its subject is
 * `echo/<host>` of the address.
 */
export function echoProbe(changes: Partial<Probe> = {}): Probe {
  return {
    id: 'echo',
    title: 'Echo',
    effect: 'load',
    metrics: [
      { id: 'echo.time', title: 'Echo time', unit: 'ms', better: 'lower' },
    ],
    candidates: { annotations: ['test/echo'], entityRefs: [] },
    async subjects(entity, environment) {
      const urls = entity.metadata.annotations?.['test/echo'];
      if (!urls || environment !== 'demo') return [];
      return urls.split(',').map(url => ({
        id: `echo/${new URL(url).hostname}`,
        kind: 'echo',
        address: url,
        allowedBy: 'the test',
        url,
      }));
    },
    plan: (subject, limits) => ({
      probe: 'echo',
      subject: subject.id,
      address: subject.address,
      allowedBy: subject.allowedBy,
      vantage: 'portal',
      effect: 'load',
      max: {
        requests: 1,
        rate: Math.min(1, limits.rate),
        connections: 1,
        seconds: 1,
        bytes: 1000,
        tokens: 0,
      },
      stopRules: [],
    }),
    async measure(subject, { resolve, signal }) {
      const { ip, port } = await resolve(subject.url!);
      const started = performance.now();
      await fetch(`http://${ip}:${port}/`, { method: 'POST', signal });
      return [
        echoed({ subject: subject.id, value: performance.now() - started }),
      ];
    },
    ...changes,
  };
}
