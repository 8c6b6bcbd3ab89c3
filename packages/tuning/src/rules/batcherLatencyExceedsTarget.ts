import type { GuideTarget } from '@dynoscope/scorecard';
import { latencyClassOf } from '@dynoscope/scorecard';
import { textOf } from '../manifest/fields';
import { batchersOf, isInferenceService } from '../manifest/inferenceService';
import type { Manifest } from '../manifest/manifest';
import { setOperation } from '../manifest/setOperation';
import { docOf, type Problem, type Rule, type RuleContext } from './rule';

interface Limit {
  belowMs: number;
  of: string;
}

function boundOf({ target }: GuideTarget): number {
  return 'below' in target ? target.below : Infinity;
}

/**
 * What P50 must stay below. Where neither class nor target is known, only what breaks every class of the guide counts:
 * the P99 that it asks of any service.
 */
function limitOf(manifest: Manifest, context: RuleContext): Limit {
  const { guide, p50TargetMs } = context;
  if (p50TargetMs !== undefined) {
    return { belowMs: p50TargetMs, of: 'the P50 target' };
  }
  const { latencyClass = context.latencyClass } = latencyClassOf({
    annotation: textOf(
      manifest.object,
      'metadata',
      'annotations',
      'dynoscope.dev/latency-class',
    ),
    guide,
  });
  if (latencyClass === undefined) {
    return {
      belowMs: boundOf(guide.unclassifiedP99),
      of: "the guide's P99 target for any service",
    };
  }
  const { title, p50 } = guide.latencyClasses[latencyClass];
  return {
    belowMs: boundOf(p50),
    of: `the guide's P50 target of class ${title}`,
  };
}

function problemsOf(manifest: Manifest, context: RuleContext): Problem[] {
  const { users = 0, serviceP50Ms } = context;
  const { belowMs, of } = limitOf(manifest, context);
  const serviceMs = Math.max(0, serviceP50Ms ?? 0);
  return batchersOf(manifest.object).flatMap(({ batcher, pointer }) => {
    const { maxBatchSize, maxLatency, defaulted } = batcher;
    const fills = maxBatchSize === 1 || users >= maxBatchSize;
    if (fills || maxLatency + serviceMs < belowMs) return [];
    const isDefault = defaulted.includes('maxLatency');
    const path = `${pointer}/batcher/maxLatency`;
    const longest = Math.ceil(belowMs - serviceMs) - 1;
    const took =
      serviceP50Ms === undefined
        ? ''
        : `, and the model takes ${Number(serviceMs.toFixed(1))} ms more`;
    const advice =
      serviceP50Ms === undefined
        ? `write at most ${belowMs} ms less the time of the model`
        : `write at most ${longest}`;
    return [
      {
        manifest,
        pointer: isDefault ? `${pointer}/batcher` : path,
        message: `A batch that does not fill waits ${maxLatency} ms${
          isDefault ? " (the agent's default)" : ''
        }${took}; ${of} is below ${belowMs} ms: ${
          longest < 1 ? 'take the batcher out' : advice
        }`,
        ...(serviceP50Ms !== undefined &&
          longest >= 1 && {
            fix: {
              title: `Wait at most ${longest} ms`,
              patch: [setOperation(manifest.object, path, longest)],
            },
          }),
      },
    ];
  });
}

/** A batcher that may wait longer than an answer may take. */
export const batcherLatencyExceedsTarget: Rule = {
  id: 'batcher-latency-exceeds-target',
  severity: 'error',
  title: 'The batcher waits longer than the latency target allows',
  why: 'While a batch is not full, each request in it waits maxLatency before the model starts. A wait that is longer than the target cannot meet it, however fast the model is.',
  guide: 'Batching Configuration',
  kinds: ['InferenceService'],
  fixable: true,
  doc: docOf('batcher-latency-exceeds-target'),
  check: ({ manifests }, context) =>
    manifests
      .filter(isInferenceService)
      .flatMap(manifest => problemsOf(manifest, context)),
};
