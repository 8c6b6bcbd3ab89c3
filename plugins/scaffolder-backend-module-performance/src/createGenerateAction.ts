import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { PerformanceService } from '@dynoscope/backstage-plugin-performance-node';
import {
  generateRequestSchema,
  generateResponseSchema,
  type GenerateRequest,
} from '@dynoscope/scorecard';
import { askPerformance } from './askPerformance';
import { describeValue } from './describeValue';
import { generateExamples } from './examples/generate.examples';
import { fenced } from './fenced';
import { generateSchema } from './generateSchema';
import { oneLine } from './oneLine';
import { writeWorkspaceFile } from './writeWorkspaceFile';

type Api = ReturnType<PerformanceService['onBehalfOf']>;

/** Makes the manifests of an inference service: of a new one, or the change that mends the miss of a report. */
export function createGenerateAction(options: {
  performance: PerformanceService;
  integrations: ScmIntegrationRegistry;
}) {
  const { performance, integrations } = options;
  return createTemplateAction({
    id: 'performance:inference-service:generate',
    description:
      'Writes the manifests of an inference service into the workspace: of a new service from its options or, with a report and a check, the change that mends the miss. The report is read again, on behalf of whoever started the task.',
    examples: generateExamples,
    supportsDryRun: true,
    schema: generateSchema,
    async handler(ctx) {
      const request = readRequest(ctx.input);
      const api = performance.onBehalfOf(await ctx.getInitiatorCredentials());
      const measured = await askPerformance(() => entityToFix(api, request));
      const answer = await ctx.checkpoint<JsonObject>({
        key: 'generate',
        fn: async () =>
          plain(
            await askPerformance(() =>
              api.generate('inference-service', request),
            ),
          ),
      });
      const made = generateResponseSchema.parse(answer);

      for (const value of made.values) {
        ctx.logger.info(oneLine(describeValue(value)));
      }
      for (const warning of made.warnings) ctx.logger.warn(oneLine(warning));
      for (const { path, content } of made.files) {
        await writeWorkspaceFile(ctx.workspacePath, path, content);
        ctx.logger.info(oneLine(`Wrote ${path}`));
      }

      const entityRef = measured ?? `component:default/${made.options.name}`;
      const { kind, namespace, name } = parseEntityRef(entityRef);
      const paths = made.files.map(({ path }) => path);
      const { repoUrl, branch } = made.repository ?? {};
      const outputs: Record<keyof typeof generateSchema.output, unknown> = {
        name,
        entityRef,
        performancePath: `/catalog/${namespace}/${kind}/${name}/performance`,
        paths,
        folder: commonFolder(paths),
        title: oneLine(made.remedy?.title ?? `Deploy ${name}`),
        description: made.description,
        diff: made.diff,
        diffMarkdown: fenced(made.diff, 'diff'),
        values: made.values,
        options: made.options,
        repoUrl,
        branch,
        repositoryType:
          repoUrl && integrations.byHost(repoUrl.split('?')[0])?.type,
      };
      for (const [key, value] of Object.entries(plain(outputs))) {
        ctx.output(key as keyof typeof outputs, value as never);
      }
    },
  });
}

function readRequest(input: object): GenerateRequest {
  const { data, error } = generateRequestSchema.safeParse(input);
  if (!data) {
    const [{ path, message }] = error.issues;
    throw new InputError(oneLine(`${path.join('.') || 'input'}: ${message}`));
  }
  return data;
}

/** The entity of the report, once it is known that the caller may apply a fix to it. */
async function entityToFix(
  api: Api,
  { reportId }: GenerateRequest,
): Promise<string | undefined> {
  if (reportId === undefined) return undefined;
  const { entityRef, environment } = await api.getReport(reportId);
  const { allowedActions } = await api.getScorecard(entityRef, { environment });
  if (!allowedActions.includes('experiment')) {
    throw new NotAllowedError(`You may not apply a fix to ${entityRef}`);
  }
  return entityRef;
}

function commonFolder(paths: string[]): string | undefined {
  const [first, ...others] = paths.map(
    path => /^(.+?)\/[^/]+$/.exec(path)?.[1].split('/')[0],
  );
  return others.every(folder => folder === first) ? first : undefined;
}

/** As JSON carries it, without what is undefined. */
function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
