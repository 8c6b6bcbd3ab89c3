import { hostname } from 'node:os';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { performancePermissions } from '@dynoscope/backstage-plugin-performance-common';
import {
  performanceChecksExtensionPoint,
  performanceProbesExtensionPoint,
  type Probe,
} from '@dynoscope/backstage-plugin-performance-node';
import {
  checks as builtInChecks,
  metrics,
  type Check,
} from '@dynoscope/scorecard';
import { audited } from './audited';
import { readPerformanceConfig } from './config';
import { createRegistry } from './createRegistry';
import { readDatabaseTime } from './database/databaseNow';
import { performanceDatabaseServiceRef } from './database/openDatabase';
import { entityStoreServiceRef } from './entities/EntityStore';
import { createExperiments } from './experiments/createExperiments';
import { ExperimentStore } from './experiments/ExperimentStore';
import { noticeDeployment } from './experiments/noticeDeployment';
import { DefaultGenerateService } from './generate/DefaultGenerateService';
import { performanceEntityRules } from './permissions/conditionExports';
import { entityGuardServiceRef } from './permissions/EntityGuard';
import { performanceEntityResourceRef } from './permissions/performanceEntityResourceRef';
import { createBuiltInProbes } from './probes';
import { AuthorizedReportService } from './reports/AuthorizedReportService';
import { createReportWriter } from './reports/createReportWriter';
import { DefaultReportService } from './reports/DefaultReportService';
import { EvidenceStore } from './reports/EvidenceStore';
import { MeasurementStore } from './reports/MeasurementStore';
import { OutcomeStore } from './reports/OutcomeStore';
import { ReportStore } from './reports/ReportStore';
import { scheduleRetention } from './reports/retention';
import { createRouter } from './router';
import { AuthorizedRunService } from './runs/AuthorizedRunService';
import { DefaultRunService } from './runs/DefaultRunService';
import { killSwitchServiceRef } from './runs/killSwitch';
import { performRun } from './runs/performRun';
import { PlanStore } from './runs/PlanStore';
import { createRunPublisher } from './runs/publishRun';
import { runQueueServiceRef } from './runs/queue/RunQueue';
import { runStoreServiceRef } from './runs/queue/RunStore';
import { RunWorker } from './runs/RunWorker';
import { scheduleRuns } from './runs/schedule';
import { createDeployments } from './sources/deployments';
import { createOutbound } from './subjects/outbound';

/**
 * Measures what the entities of the catalog run on, and keeps scorecards and reports of it.
 *
 * @public
 */
export const performancePlugin = createBackendPlugin({
  pluginId: 'performance',
  register(env) {
    const probes: Probe[] = [];
    const checks: Check[] = [...builtInChecks];
    env.registerExtensionPoint(performanceProbesExtensionPoint, {
      addProbe: (...added) => void probes.push(...added),
    });
    env.registerExtensionPoint(performanceChecksExtensionPoint, {
      addCheck: (...added) => void checks.push(...added),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        entities: entityStoreServiceRef,
        guard: entityGuardServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        killSwitch: killSwitchServiceRef,
        knex: performanceDatabaseServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissionsRegistry: coreServices.permissionsRegistry,
        queue: runQueueServiceRef,
        rootConfig: coreServices.rootConfig,
        runs: runStoreServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const { auditor, entities, guard, knex, lifecycle, logger } = services;
        const config = readPerformanceConfig(services.rootConfig, {
          checkIds: checks.map(({ id }) => id),
        });
        const deployments = createDeployments({ ...services, config });
        const registry = createRegistry({
          probes: [...createBuiltInProbes(config, { deployments }), ...probes],
          checks,
          metrics,
        });
        const shared = {
          ...services,
          config,
          deployments,
          registry,
          outbound: createOutbound({ inference: config.inference }),
          plans: PlanStore.create({ knex }),
          reports: ReportStore.create({ knex }),
          measurements: MeasurementStore.create({ knex }),
          evidence: EvidenceStore.create({ knex }),
          outcomes: OutcomeStore.create({ knex }),
          experiments: ExperimentStore.create({ knex }),
          now: () => readDatabaseTime(knex),
        };

        services.permissionsRegistry.addResourceType({
          resourceRef: performanceEntityResourceRef,
          permissions: performancePermissions,
          rules: Object.values(performanceEntityRules),
          getResources: refs => entities.find(refs),
        });

        const writeReport = createReportWriter({
          ...shared,
          onReport: (tx, report) => noticeDeployment(tx, report, shared),
        });
        const worker = RunWorker.create({
          ...shared,
          name: `${hostname()}:${process.pid}`,
          onChange: createRunPublisher(shared),
          perform: options => {
            const { id, entityRef, environment, requestedBy } = options.run;
            const meta = { id, entityRef, environment, requestedBy };
            return audited(
              auditor,
              { eventId: 'run-execute', severityLevel: 'medium', meta },
              () => performRun({ ...shared, ...options, writeReport }),
            );
          },
        });
        lifecycle.addStartupHook(() => worker.start());
        lifecycle.addShutdownHook(() => worker.stop());
        await scheduleRuns(shared);
        await scheduleRetention({ ...shared, retention: config.retention });

        const reports = AuthorizedReportService.create({
          service: DefaultReportService.create(shared),
          guard,
        });
        services.httpRouter.use(
          createRouter({
            ...shared,
            runs: AuthorizedRunService.create({
              service: DefaultRunService.create(shared),
              guard,
              config,
            }),
            reports,
            generate: DefaultGenerateService.create({
              ...shared,
              reports,
              integrations: ScmIntegrations.fromConfig(services.rootConfig),
              appUrl: services.rootConfig.getOptionalString('app.baseUrl'),
            }),
            experiments: await createExperiments({
              ...shared,
              authorizedReports: reports,
            }),
          }),
        );
        logger.info('Performance is ready', {
          enabled: services.killSwitch.enabled,
          probes: registry.probes.map(({ id }) => id).join(', '),
          environments: Object.keys(config.environments).join(', '),
        });
      },
    });
  },
});
