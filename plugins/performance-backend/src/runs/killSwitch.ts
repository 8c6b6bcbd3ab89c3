import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type LoggerService,
  type RootConfigService,
} from '@backstage/backend-plugin-api';

/** `performance.enabled`: off stops every run of this replica and lets no new one start. */
export interface KillSwitch {
  readonly enabled: boolean;
  /** Calls the listener each time the switch is turned off; returns a function that ends this. */
  onOff(listener: () => void): () => void;
}

/** Follows the configuration in memory, so that it works with the database down. What cannot be read counts as off. */
export function createKillSwitch(options: {
  config: RootConfigService;
  logger: LoggerService;
}): KillSwitch {
  const { config, logger } = options;
  const listeners = new Set<() => void>();
  const read = () => {
    try {
      return config.getOptionalBoolean('performance.enabled') ?? true;
    } catch (error) {
      logger.error(
        'performance.enabled is neither true nor false; it counts as false',
        error as Error,
      );
      return false;
    }
  };
  let enabled = read();
  config.subscribe?.(() => {
    const before = enabled;
    enabled = read();
    if (before === enabled) return;
    logger.warn('performance.enabled changed', { enabled });
    if (!enabled) for (const listener of listeners) listener();
  });
  return {
    get enabled() {
      return enabled;
    },
    onOff(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The kill switch of this replica. */
export const killSwitchServiceRef = createServiceRef<KillSwitch>({
  id: 'performance.kill-switch',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig, logger: coreServices.logger },
      factory: createKillSwitch,
    }),
});
