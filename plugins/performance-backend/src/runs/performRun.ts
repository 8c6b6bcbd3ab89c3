import { randomUUID } from 'node:crypto';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Run, RunError } from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import { performanceError } from '../performanceError';
import { draftReport } from '../reports/draftReport';
import { packEvidence, type RawEvidence } from '../reports/EvidenceStore';
import type { ReportWriter } from '../reports/createReportWriter';
import type { MeasurementStore } from '../reports/MeasurementStore';
import type { Outbound } from '../subjects/outbound';
import { resolveSubjects } from '../subjects/resolveSubjects';
import { targetKeys } from './makePlan';
import type { Claim } from './queue/claimRun';
import type { RunQueue } from './queue/RunQueue';
import { runProbes, type ProbeResult } from './runProbes';
import type { RunResult } from './RunWorker';

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  config: PerformanceConfig;
  registry: Registry;
  outbound: Outbound;
  queue: RunQueue;
  logger: LoggerService;
  measurements: MeasurementStore;
  writeReport: ReportWriter;
}

/** Does a claimed run: finds the subjects again, measures them, and makes the report of what came out. */
export async function performRun(
  options: Options & {
    claim: Claim;
    signal: AbortSignal;
    onProgress(progress: Run['progress']): void;
  },
): Promise<RunResult> {
  const { config, registry, outbound, queue, logger, writeReport } = options;
  const { claim, signal, onProgress } = options;
  const { run } = claim;
  const entity = await options.catalog.getEntityByRef(run.entityRef, {
    credentials: await options.auth.getOwnServiceCredentials(),
  });
  if (!entity) {
    throw performanceError(
      'invalid',
      `The entity ${run.entityRef} is no longer in the catalog`,
    );
  }
  const found = await resolveSubjects({
    entity,
    environment: run.environment,
    probes: registry.probes,
    config,
    checkIds: registry.checks.map(({ id }) => id),
    logger,
  });
  const results = await runProbes({
    run,
    subjects: found.subjects,
    limits: config.limits,
    signal,
    logger,
    onProgress,
    previous: async series =>
      (
        await options.measurements.trend(run, series, { limit: 1 })
      )[0],
    async resolve(url, { max }) {
      const address = await outbound.resolve(url, { entity });
      await queue.hold(
        claim,
        targetKeys(address).map(target => ({ target, requests: max.requests })),
      );
      return address;
    },
  });
  if (signal.aborted) throw signal.reason;
  const reportId = randomUUID();
  const draft = draftReport({ reportId, found, results, config, registry });
  const raw = await packAll(results);
  return {
    end: { ...endOf(results), reportId },
    write: (tx, ended) => writeReport(tx, draft(ended), raw),
  };
}

async function packAll(results: ProbeResult[]): Promise<RawEvidence[]> {
  const packed: RawEvidence[] = [];
  for (const result of results) {
    if (!('findings' in result)) continue;
    for (const { id, raw } of result.findings.evidence) {
      const evidence =
        raw === undefined ? undefined : await packEvidence(id, raw);
      if (evidence) packed.push(evidence);
    }
  }
  return packed;
}

/** `failed` when no probe brought anything, `partial` when some did not. */
function endOf(results: ProbeResult[]): {
  state: 'succeeded' | 'partial' | 'failed';
  error?: RunError;
} {
  const errors = results.flatMap(result =>
    'error' in result ? [result.error] : [],
  );
  const [{ code, message } = { code: undefined, message: '' }] = errors;
  const none = errors.length === results.length;
  const some = none ? 'failed' : 'partial';
  return {
    state: errors.length === 0 ? 'succeeded' : some,
    ...(code && { error: { code, message } }),
  };
}
