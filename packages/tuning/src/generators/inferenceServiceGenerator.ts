import type { Generated, Generator } from './generator';
import { catalogPart } from './inferenceService/catalogPart';
import { horizontalPodAutoscalerPart } from './inferenceService/horizontalPodAutoscalerPart';
import { inferenceServicePart } from './inferenceService/inferenceServicePart';
import { networkPolicyPart } from './inferenceService/networkPolicyPart';
import {
  type InferenceServiceOptions,
  inferenceServiceOptionsSchema,
} from './inferenceService/options';
import { podDisruptionBudgetPart } from './inferenceService/podDisruptionBudgetPart';
import { settleService } from './inferenceService/settleService';
import type { ManifestPart } from './manifestPart';
import { parseOptions } from './parseOptions';
import { renderObjects } from './renderObjects';

/**
 * Makes an inference service for KServe: InferenceService, autoscaler, disruption budget, network policy and catalog entity,
 * each value with its arithmetic. What the options leave open comes from the guide, and from the load where it is known.
 *
 * @public
 */
export const inferenceServiceGenerator: Generator<InferenceServiceOptions> = {
  id: 'inference-service',
  title: 'Inference service',
  options: inferenceServiceOptionsSchema,
  generate(options, versions = {}): Generated {
    const service = settleService(
      parseOptions(inferenceServiceOptionsSchema, options),
      versions,
    );
    const parts = [
      inferenceServicePart(service),
      service.scaling.form === 'external'
        ? horizontalPodAutoscalerPart(service)
        : undefined,
      service.disruptionBudget ? podDisruptionBudgetPart(service) : undefined,
      networkPolicyPart(service),
      catalogPart(service),
    ].filter((part): part is ManifestPart => part !== undefined);
    return {
      files: parts.map(part => ({
        path: `${service.name}/${part.file}`,
        content: renderObjects([part]),
      })),
      values: parts.flatMap(part => part.values),
      inputs: service.inputs,
      warnings: service.warnings,
      placeholders: service.placeholders,
    };
  },
};
