import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { PublishedEntityProvider } from './PublishedEntityProvider';

/** Reads the entities of `performance.publish.folder` every few seconds, where such a folder is configured. */
export const catalogModulePublishedEntities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'published-entities',
  register(module) {
    module.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        const root = config.getOptionalString('performance.publish.folder');
        if (!root) return;
        const provider = new PublishedEntityProvider({ root, logger });
        catalog.addEntityProvider(provider);
        await scheduler.scheduleTask({
          id: 'refresh-published-entities',
          frequency: { seconds: 5 },
          timeout: { seconds: 30 },
          // The folder is one of this machine.
          scope: 'local',
          fn: () => provider.refresh(),
        });
      },
    });
  },
});
