import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  Probe,
  Subject,
} from '@dynoscope/backstage-plugin-performance-node';
import type { ConfiguredTargets } from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import { annotationTargets } from './annotationTargets';

/** What can be measured for an entity in an environment, against which targets, and what stands in the way. */
export interface ResolvedSubjects {
  subjects: { probe: Probe; subject: Subject }[];
  targets: ConfiguredTargets;
  /** Mistakes of the entity or the configuration, for its page. */
  problems: string[];
}

/** Asks every probe what it would measure; touches nothing outside. A probe that throws becomes a problem. */
export async function resolveSubjects(options: {
  entity: Entity;
  environment: string;
  probes: readonly Probe[];
  config: PerformanceConfig;
  checkIds: readonly string[];
  logger?: LoggerService;
}): Promise<ResolvedSubjects> {
  const { entity, environment, probes, config, checkIds } = options;
  const problems = new Set<string>();
  const problem = (message: string) => {
    problems.add(message);
  };
  const subjects: ResolvedSubjects['subjects'] = [];
  for (const probe of probes) {
    try {
      const found = await probe.subjects(entity, environment, { problem });
      subjects.push(...found.map(subject => ({ probe, subject })));
    } catch (error) {
      // one probe must not take the others with it
      problem(
        `The probe ${probe.id} could not look for subjects; the log of the backend has the details.`,
      );
      options.logger?.warn('A probe could not look for subjects', {
        probe: probe.id,
        entityRef: stringifyEntityRef(entity),
        stack: String((error as Error)?.stack ?? error),
      });
    }
  }
  return {
    subjects,
    targets: {
      configuration: config.targets,
      annotation: annotationTargets(entity, { checkIds, problem }),
      looserPermitted: config.looserTargets,
    },
    problems: [...problems],
  };
}
