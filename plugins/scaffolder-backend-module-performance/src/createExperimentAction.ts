import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { PerformanceService } from '@dynoscope/backstage-plugin-performance-node';
import {
  experimentChangeSchema,
  experimentRequestSchema,
  type ExperimentRequest,
} from '@dynoscope/scorecard';
import { z } from 'zod/v3';
import { askPerformance } from './askPerformance';
import { experimentExamples } from './examples/experiment.examples';
import { oneLine } from './oneLine';

/** Records an applied or proposed remedy as an experiment, which is measured again by the same plan. */
export function createExperimentAction(options: {
  performance: PerformanceService;
}) {
  return createTemplateAction({
    id: 'performance:experiment:create',
    description:
      'Records that the remedy of a report was applied, or proposed by a pull request. The same plan is measured again once it is in force, and the entity shows what was promised and what came.',
    examples: experimentExamples,
    supportsDryRun: true,
    schema: {
      input: {
        reportId: () => z.string().describe('Report of the miss'),
        checkId: () => z.string().describe('Check that misses'),
        subject: () =>
          z
            .string()
            .optional()
            .describe('Subject, where the check misses for several'),
        options: () =>
          z
            .record(z.unknown())
            .optional()
            .describe('Values that a person changed in the form'),
        change: () =>
          experimentChangeSchema
            .optional()
            .describe('The change, as performance:folder:publish answers it'),
        pullRequest: () =>
          z
            .string()
            .optional()
            .describe('Instead of change: address of the pull request'),
      },
      output: {
        experimentId: () => z.string().describe('Id of the experiment'),
        state: () => z.string().describe('proposed or applied'),
      },
    },
    async handler(ctx) {
      const request = readRequest(ctx.input, ctx.isDryRun);
      const { title, text } = describe(request);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would record an experiment: ${text}`);
        ctx.output('experimentId', 'dry-run');
        ctx.output('state', title);
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const { id, state } = await ctx.checkpoint({
        key: 'experiment',
        fn: async () => {
          const api = options.performance.onBehalfOf(credentials);
          const made = await askPerformance(() =>
            api.createExperiment(request),
          );
          return { id: made.id, state: made.state as string };
        },
      });
      ctx.logger.info(`Recorded experiment ${id}: ${text}`);
      ctx.output('experimentId', id);
      ctx.output('state', state);
    },
  });
}

function readRequest(
  input: { change?: unknown; pullRequest?: string },
  isDryRun?: boolean,
): ExperimentRequest {
  const { change, pullRequest, ...rest } = input;
  if ((change === undefined) === (pullRequest === undefined)) {
    throw new InputError('change: give either change or pullRequest');
  }
  // In a dry run there is no pull request, and its action answers no address.
  if (pullRequest && !isDryRun && !/^https?:\/\/[^\s]+$/.test(pullRequest)) {
    throw new InputError('pullRequest: expected the address of a page');
  }
  const { data, error } = experimentRequestSchema.safeParse({
    ...rest,
    change: change ?? { kind: 'pull-request', reference: pullRequest },
  });
  if (!data) {
    const [{ path, message }] = error.issues;
    throw new InputError(oneLine(`${path.join('.') || 'input'}: ${message}`));
  }
  return data;
}

function describe({ checkId, change }: ExperimentRequest) {
  const isProposed = change.kind === 'pull-request';
  return {
    title: isProposed ? 'proposed' : 'applied',
    text: oneLine(
      isProposed
        ? `${checkId} is measured again once ${change.reference} is merged`
        : `${checkId} is measured again with the change of ${change.reference}`,
    ),
  };
}
