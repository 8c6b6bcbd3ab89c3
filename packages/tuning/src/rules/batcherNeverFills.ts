import { fieldOf } from '../manifest/fields';
import {
  batchersOf,
  deploymentModeOf,
  isInferenceService,
} from '../manifest/inferenceService';
import type { Manifest } from '../manifest/manifest';
import { docOf, type Problem, type Rule, type RuleContext } from './rule';

/** How many requests can be with one pod at a time, and who says so. */
function concurrencyOf(
  manifest: Manifest,
  component: { fields: unknown; pointer: string },
  { users }: RuleContext,
): { count: number; who: string; pointer?: string } | undefined {
  const limit = fieldOf(component.fields, 'containerConcurrency');
  const mode = deploymentModeOf(manifest.object);
  // Only Knative holds requests back; 0 is no limit.
  const limited =
    (mode === 'knative' || mode === 'implicit') &&
    Number.isSafeInteger(limit) &&
    Number(limit) > 0;
  if (limited && Number(limit) <= (users ?? Infinity)) {
    return {
      count: Number(limit),
      who: 'containerConcurrency lets in',
      pointer: `${component.pointer}/containerConcurrency`,
    };
  }
  return users === undefined || users < 1
    ? undefined
    : { count: users, who: 'the users send' };
}

function problemsOf(manifest: Manifest, context: RuleContext): Problem[] {
  return batchersOf(manifest.object).flatMap(component => {
    const { batcher, pointer } = component;
    const { maxBatchSize, maxLatency, defaulted } = batcher;
    const concurrency = concurrencyOf(manifest, component, context);
    if (!concurrency || concurrency.count >= maxBatchSize) return [];
    const { count, who } = concurrency;
    const rate = Number(((count * 1_000) / maxLatency).toPrecision(3));
    return [
      {
        manifest,
        pointer: defaulted.includes('maxBatchSize')
          ? `${pointer}/batcher`
          : `${pointer}/batcher/maxBatchSize`,
        message: `A batch of ${maxBatchSize} never fills: ${who} ${count} at a time. Every request waits ${maxLatency} ms, and a pod answers at most ${count} / ${maxLatency} ms = ${rate} requests/s, one instance a request`,
        ...(concurrency.pointer && {
          related: [
            {
              manifest,
              pointer: concurrency.pointer,
              message: `At most ${count} requests at a time`,
            },
          ],
        }),
      },
    ];
  });
}

/** A batch larger than the requests that can wait for it. */
export const batcherNeverFills: Rule = {
  id: 'batcher-never-fills',
  severity: 'warning',
  title: 'The batch never fills',
  why: 'A batch starts when it is full or its wait is over. With fewer requests at a time than a batch holds it is never full, so the wait is paid by all and nothing is gained.',
  guide: 'Batching Configuration',
  kinds: ['InferenceService'],
  fixable: false,
  doc: docOf('batcher-never-fills'),
  check: ({ manifests }, context) =>
    manifests
      .filter(isInferenceService)
      .flatMap(manifest => problemsOf(manifest, context)),
};
