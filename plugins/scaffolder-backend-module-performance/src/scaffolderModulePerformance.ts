import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { performanceServiceRef } from '@dynoscope/backstage-plugin-performance-node';
import { createExperimentAction } from './createExperimentAction';
import { createGenerateAction } from './createGenerateAction';
import { createLintAction } from './createLintAction';
import { createPublishFolderAction } from './createPublishFolderAction';

/**
 * Scaffolder actions that generate tuned deployments of ML services, lint them, publish them, and have them measured
 * again.
 *
 * @public
 */
export const scaffolderModulePerformance = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'performance',
  register(module) {
    module.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        performance: performanceServiceRef,
      },
      async init({ actions, config, performance }) {
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createGenerateAction({ performance, integrations }),
          createLintAction(),
          createPublishFolderAction({ config }),
          createExperimentAction({ performance }),
        );
      },
    });
  },
});
