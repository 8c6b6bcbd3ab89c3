import type { Run } from '@dynoscope/scorecard';
import { subject } from './exampleOutcomes';

/** A run that is in its steady phase. */
export const exampleRun: Run = {
  id: 'r-188',
  entityRef: 'component:default/sluggish-ranker',
  environment: 'staging',
  state: 'running',
  trigger: 'user',
  requestedBy: 'user:default/ana.lima',
  createdAt: '2026-11-23T14:43:00.000Z',
  startedAt: '2026-11-23T14:43:01.000Z',
  plan: {
    id: 'plan-1',
    entityRef: 'component:default/sluggish-ranker',
    environment: 'staging',
    confirm: null,
    refusals: [],
    expiresAt: '2026-11-23T14:53:00.000Z',
    probes: [
      {
        probe: 'inference',
        subject,
        address:
          'http://ranker.search.svc.cluster.local/v1/models/ranker:predict',
        allowedBy: 'endpoint sluggish-ranker of the configuration',
        vantage: 'portal',
        effect: 'load',
        protocol: 'kserve-v1',
        max: {
          requests: 6500,
          rate: 100,
          connections: 10,
          seconds: 65,
          bytes: 4_000_000,
          tokens: 0,
        },
        warmupSeconds: 5,
        stopRules: ['Stops when more than 50 % of 20 requests fail'],
      },
    ],
  },
  progress: {
    probes: [
      {
        probe: 'inference',
        subject,
        state: 'running',
        done: 26,
        total: 65,
        unit: 's',
        message: 'steady phase',
        live: {
          elapsedSeconds: 26,
          phase: 'steady',
          rate: 100,
          succeeded: 2600,
          failed: 1,
          p50: 47,
          p99: 405,
          clientBusy: 0.08,
        },
      },
    ],
  },
};
