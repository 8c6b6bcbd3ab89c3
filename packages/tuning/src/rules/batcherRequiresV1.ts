import { fieldOf, textOf } from '../manifest/fields';
import {
  batchersOf,
  isInferenceService,
  modelOf,
} from '../manifest/inferenceService';
import { quote } from '../manifest/plainText';
import { docOf, type Rule } from './rule';

/** Model formats whose server speaks no v1. */
const withoutV1 = ['triton'];

/** A batcher before a model server whose protocol it does not know. */
export const batcherRequiresV1: Rule = {
  id: 'batcher-requires-v1',
  severity: 'error',
  title: 'The batcher does not see the requests',
  why: "KServe's batcher acts on paths of protocol v1, those that end in :predict. Requests of v2 and gRPC go past it, one by one, and the extra hop is all they get.",
  guide: 'Batching Configuration',
  kinds: ['InferenceService'],
  fixable: false,
  doc: docOf('batcher-requires-v1'),
  check: ({ manifests }) =>
    manifests.filter(isInferenceService).flatMap(manifest => {
      const { object } = manifest;
      const predictor = batchersOf(object).find(({ id }) => id === 'predictor');
      if (!predictor) return [];
      const { model, format = '', pointer } = modelOf(object);
      const protocol = textOf(model, 'protocolVersion');
      const batcher = `${predictor.pointer}/batcher`;
      if (protocol === undefined && withoutV1.includes(format)) {
        return [
          {
            manifest,
            pointer: batcher,
            message: `The batcher acts on protocol v1 only, and the server of model format ${quote(
              format,
            )} speaks v2 alone: take the batcher out, and batch in the model server`,
          },
        ];
      }
      if (protocol === undefined || protocol === 'v1') return [];
      return [
        {
          manifest,
          pointer: batcher,
          message: `The batcher acts on protocol v1 only, and protocolVersion is ${quote(
            protocol,
          )}: write v1 where server and callers speak it, or take the batcher out`,
          related: fieldOf(model, 'protocolVersion')
            ? [
                {
                  manifest,
                  pointer: `${pointer}/protocolVersion`,
                  message: 'The protocol of the model',
                },
              ]
            : [],
        },
      ];
    }),
};
