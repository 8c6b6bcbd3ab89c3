import { fieldOf, fieldsOf } from '../manifest/fields';
import { isInferenceService } from '../manifest/inferenceService';
import type { Manifest, Operation } from '../manifest/manifest';
import { plain } from '../manifest/plainText';
import { pointerOf } from '../manifest/pointer';
import { setOperation } from '../manifest/setOperation';
import { docOf, type Problem, type Rule } from './rule';

const prefix = 'serving.kserve.io/';
/** The switch first, then size and wait. */
const names = ['batcher', 'batchSize', 'maxBatchSize', 'maxLatency'];
const places = [
  ['metadata', 'annotations'],
  ['spec', 'predictor', 'annotations'],
];

function wholeNumber(value: unknown): number | undefined {
  const number = /^\s*\d{1,9}\s*$/.test(String(value)) ? Number(value) : 0;
  return number > 0 ? number : undefined;
}

function problemsAt(manifest: Manifest, place: string[]): Problem[] {
  const { object } = manifest;
  const annotations = fieldsOf(object, ...place);
  const found = names.filter(name => Object.hasOwn(annotations, prefix + name));
  if (found.length === 0) return [];
  const value = (name: string) => fieldOf(annotations, prefix + name);
  const wanted = String(value('batcher')).trim().toLowerCase();
  const batcher = {
    maxBatchSize: wholeNumber(value('batchSize') ?? value('maxBatchSize')),
    maxLatency: wholeNumber(value('maxLatency')),
  };
  const fields = Object.fromEntries(
    Object.entries(batcher).filter(([, each]) => each !== undefined),
  );
  const patch = found.map(
    (name): Operation => ({
      op: 'remove',
      path: pointerOf(...place, prefix + name),
    }),
  );
  const has = fieldOf(object, 'spec', 'predictor', 'batcher') !== undefined;
  const adds = wanted === 'true' && !has;
  if (adds) {
    patch.push(setOperation(object, '/spec/predictor/batcher', fields));
  }
  const listed = found.map(name => prefix + name).join(', ');
  const clear = adds || has || wanted === 'false';
  return [
    {
      manifest,
      pointer: pointerOf(...place, prefix + found[0]),
      message: `KServe does not read ${listed}: nothing is batched by ${
        found.length > 1 ? 'them' : 'it'
      }. Write spec.predictor.batcher${
        adds ? ` ${plain(JSON.stringify(fields))}` : ''
      }${has ? ', which is there already, and take the annotations out' : ''}`,
      ...(clear && {
        fix: {
          title: adds
            ? 'Move the values to spec.predictor.batcher'
            : 'Take the annotations out',
          patch,
        },
      }),
    },
  ];
}

/** Batching asked for by annotations that no release of KServe has ever read. */
export const kserveBatcherAnnotationsIgnored: Rule = {
  id: 'kserve-batcher-annotations-ignored',
  severity: 'error',
  title: 'Batching by annotation does nothing',
  why: 'KServe takes the settings of its batcher from spec.predictor.batcher alone. With annotations in its place every request runs alone, and nobody is told.',
  guide: 'Batching Configuration',
  kinds: ['InferenceService'],
  fixable: true,
  doc: docOf('kserve-batcher-annotations-ignored'),
  check: ({ manifests }) =>
    manifests
      .filter(isInferenceService)
      .flatMap(manifest =>
        places.flatMap(place => problemsAt(manifest, place)),
      ),
};
