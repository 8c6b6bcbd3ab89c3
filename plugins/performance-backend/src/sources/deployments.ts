import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Subject } from '@dynoscope/backstage-plugin-performance-node';
import type { Deployment } from '@dynoscope/scorecard';
import { readDeployment } from '@dynoscope/tuning';
import type { PerformanceConfig } from '../config';
import type { ManifestLocation } from '../config/manifest';
import { plainLine } from './plainLine';
import { readManifest, type ManifestReaders } from './readManifest';
import type { ManifestText } from './manifestText';
import { UnreadableManifest } from './UnreadableManifest';

/** A subject whose manifest the operator may have told. */
export interface DeployedSubject extends Subject {
  manifest?: ManifestLocation;
}

/** How a subject is deployed now. */
export interface Deployed {
  deployment?: Deployment;
  /** The manifest that says it; it goes to who may change it, and into no report. */
  text?: ManifestText;
  /** Why nothing is known, in a sentence; `undefined` too where no manifest is configured. */
  problem?: string;
}

/** Reads how subjects are deployed. */
export interface Deployments {
  /** Throws only the reason of the signal. */
  read(
    subject: DeployedSubject,
    options?: { signal?: AbortSignal },
  ): Promise<Deployed>;
}

export function createDeployments(options: {
  config: Pick<PerformanceConfig, 'kubernetes' | 'publish'>;
  urlReader: UrlReaderService;
  logger: LoggerService;
}): Deployments {
  const { config, urlReader, logger } = options;
  const readers: ManifestReaders = {
    urlReader,
    clusters: config.kubernetes.clusters,
    publishFolder: config.publish.folder,
  };
  const unused = (
    { id }: DeployedSubject,
    error: unknown,
    shown: new (message: string) => Error,
  ): Deployed => {
    const isShown = error instanceof shown;
    const reason = isShown ? plainLine(error.message) : 'it could not be read';
    const problem = `The manifest of ${id} was not used: ${reason}.`;
    // what nobody foresaw may hold anything, so only its kind and place are kept
    const stack = isShown ? undefined : String((error as Error)?.stack);
    logger.warn(problem, { place: stack?.replace(/^[^]*?\n(?= +at )/, '') });
    return { problem };
  };
  return {
    async read(subject, { signal } = {}) {
      if (!subject.manifest) return {};
      let text: ManifestText;
      try {
        text = await readManifest(subject.manifest, { ...readers, signal });
      } catch (error) {
        signal?.throwIfAborted();
        return unused(subject, error, UnreadableManifest);
      }
      try {
        return { text, deployment: readDeployment(text) };
      } catch (error) {
        return { ...unused(subject, error, Error), text };
      }
    },
  };
}
