import type { Plan } from '@dynoscope/scorecard';

/** A plan of one small load. */
export function plan(changes: Partial<Plan> = {}): Plan {
  return {
    id: '6f1f2d1e-8f0b-4e0e-9c53-0b8f8d1f0001',
    entityRef: 'component:default/iris',
    environment: 'demo',
    probes: [
      {
        probe: 'echo',
        subject: 'endpoint/iris',
        address: 'http://127.0.0.1:8081/predict',
        allowedBy: 'endpoint iris of the configuration',
        vantage: 'portal',
        effect: 'load',
        max: {
          requests: 100,
          rate: 50,
          connections: 2,
          seconds: 5,
          bytes: 1_000_000,
          tokens: 0,
        },
        stopRules: [],
      },
    ],
    confirm: null,
    refusals: [],
    expiresAt: '2026-11-24T12:00:00.000Z',
    ...changes,
  };
}
