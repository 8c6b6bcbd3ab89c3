import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  assembleReport,
  checks,
  metrics,
  type Experiment,
  type Measurement,
  type Report,
  type Run,
} from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { echoed, echoProbe } from '../../__testUtils__/echoProbe';
import { component } from '../../__testUtils__/portal';
import { readPerformanceConfig } from '../../config';
import { createRegistry } from '../../createRegistry';
import { readDatabaseTime } from '../../database/databaseNow';
import { ReportStore } from '../../reports/ReportStore';
import { createKillSwitch } from '../../runs/killSwitch';
import { RunQueue } from '../../runs/queue/RunQueue';
import { RunStore } from '../../runs/queue/RunStore';
import type { Deployments } from '../../sources/deployments';
import { createOutbound } from '../../subjects/outbound';
import { ExperimentStore } from '../ExperimentStore';
import { measureExperiments } from '../measureExperiments';
import type { StoredExperiment } from '../StoredExperiment';

const entityRef = 'component:default/one';
const environment = 'demo';
const subject = 'echo/127.0.0.1';

/** An experiment of a change that was applied, as it is recorded. */
export function experimentOf(changes: Partial<Experiment> = {}): Experiment {
  const at = '2026-11-24T12:00:00.000Z';
  return {
    id: randomUUID(),
    entityRef,
    environment,
    subject,
    checkId: 'inference-latency-p50',
    remedy: 'batcher-wait',
    title: 'Wait less',
    arithmetic: ['1 + 1 = 2'],
    changes: [],
    expected: {
      metric: 'echo.time',
      statistic: 'p50',
      lower: 4,
      upper: 6,
      unit: 'ms',
    },
    baseReportId: randomUUID(),
    change: { kind: 'manual', reference: 'by hand' },
    state: 'applied',
    before: { reportId: '', runId: '', measuredAt: at },
    order: ['before', 'after'],
    reasons: [],
    undo: { possible: false, text: '' },
    createdBy: 'user:default/guest',
    createdAt: at,
    appliedAt: at,
    ...changes,
  };
}

/** A database with all that it takes to measure experiments of one entity with an echo probe; no load is sent. */
export function createLab(
  knex: Knex,
  options: { performance?: JsonObject; ready?: boolean } = {},
) {
  const rootConfig = mockServices.rootConfig({
    data: {
      performance: {
        environments: { demo: {}, live: { production: true } },
        inference: {
          allow: [
            {
              host: '127.0.0.1',
              port: 80,
              cidr: '127.0.0.0/8',
              environment,
            },
          ],
        },
        ...options.performance,
      },
    },
  });
  const logger = mockServices.logger.mock();
  const config = readPerformanceConfig(rootConfig);
  const registry = createRegistry({ probes: [echoProbe()], checks, metrics });
  const entities = [component('one', { 'test/echo': 'http://127.0.0.1/' })];
  const queue = RunQueue.create({ knex });
  const reports = ReportStore.create({ knex });
  const told: Experiment[] = [];
  const deployments: Deployments = {
    read: async () => ({
      deployment:
        options.ready === undefined
          ? undefined
          : {
              kind: 'InferenceService',
              name: 'one',
              source: { kind: 'kubernetes', reference: 'one' },
              digest: '',
              ready: options.ready,
            },
    }),
  };
  const parts = {
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    config,
    registry,
    outbound: createOutbound({ inference: config.inference }),
    killSwitch: createKillSwitch({ config: rootConfig, logger }),
    queue,
    runs: RunStore.create({ knex }),
    reports,
    experiments: ExperimentStore.create({ knex }),
    deployments,
    logger,
    onChange: (experiment: Experiment) => void told.push(experiment),
    now: () => readDatabaseTime(knex),
  };
  const [probePlan] = [
    {
      ...echoProbe().plan(
        {
          id: subject,
          kind: 'echo',
          address: 'http://127.0.0.1/',
          allowedBy: 'the test',
        },
        config.limits,
      ),
      title: 'Echo',
    },
  ];

  /** Keeps the report of a run that measured a value. */
  async function report(
    value: number | undefined,
    run: Partial<Run> = {},
    changes: Partial<Report> = {},
  ): Promise<Report> {
    const at = new Date().toISOString();
    const measured: Measurement[] =
      value === undefined
        ? []
        : [
            echoed({
              subject,
              value,
              interval: { lower: value - 0.5, upper: value + 0.5, level: 0.95 },
            }),
          ];
    const document = {
      ...assembleReport({
        id: randomUUID(),
        createdAt: at,
        run: {
          id: randomUUID(),
          entityRef,
          environment,
          state: 'succeeded',
          trigger: 'user',
          requestedBy: 'user:default/guest',
          plan: {
            id: randomUUID(),
            entityRef,
            environment,
            probes: [probePlan],
            confirm: null,
            refusals: [],
            expiresAt: at,
          },
          progress: { probes: [] },
          createdAt: at,
          ...run,
        },
        outcomes: [],
        measurements: measured,
      }),
      ...changes,
    };
    await knex.transaction(tx => reports.write(tx, document));
    return document;
  }

  return {
    ...parts,
    parts,
    rootConfig,
    told,
    entities,
    report,

    /** Records an experiment whose base measured 50 ms, asked to be measured so many seconds ago. */
    async experiment(
      changes: Partial<Experiment> = {},
      { askedSeconds = 10 } = {},
    ): Promise<StoredExperiment> {
      const base = await report(50);
      const now = await readDatabaseTime(knex);
      return parts.experiments.insert({
        experiment: experimentOf({ baseReportId: base.id, ...changes }),
        runsQueued: 0,
        tries: 0,
        measureAskedAt: new Date(now.getTime() - askedSeconds * 1000),
      });
    },

    /** One look of one replica. */
    look: (more: Partial<typeof parts> = {}) =>
      measureExperiments({ ...parts, ...more }),

    async get(id: string): Promise<Experiment> {
      return (await parts.experiments.get(id))!.experiment;
    },

    /** Does the run that waits, and has it bring a value; `undefined` is a run without a measurement. */
    async perform(value: number | undefined, end: Partial<Run> = {}) {
      const claim = (await queue.claim('test'))!;
      const { id } = await report(value, { ...claim.run, ...end });
      await queue.finish(claim, {
        state: end.state ?? 'succeeded',
        error: end.error,
        reportId: id,
      });
      return id;
    },
  };
}
