import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PublishFolder } from '@dynoscope/backstage-plugin-performance-node';
import { experimentChangeSchema } from '@dynoscope/scorecard';
import { z } from 'zod/v3';
import { publishFolderExamples } from './examples/publishFolder.examples';
import { workspaceFiles } from './workspaceFiles';

/** Writes files of the workspace into the folder of the configuration. */
export function createPublishFolderAction(options: {
  config: RootConfigService;
}) {
  return createTemplateAction({
    id: 'performance:folder:publish',
    description:
      'Writes a folder of the workspace into a folder below performance.publish.folder. What stood there is kept, so that the change can be undone.',
    examples: publishFolderExamples,
    supportsDryRun: true,
    schema: {
      input: {
        folder: () =>
          z
            .string()
            .describe('Folder below the root, such as the name of the service'),
        sourcePath: () =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace. Default: all of it'),
        overwrite: () =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether files that are there may be replaced. Default: false',
            ),
      },
      output: {
        change: () =>
          experimentChangeSchema.describe(
            'The change, as performance:experiment:create takes it',
          ),
        paths: () => z.array(z.string()).describe('Files, from the root'),
        location: () => z.string().describe('Where they are, in words'),
      },
    },
    async handler(ctx) {
      const { folder, sourcePath = '.', overwrite = false } = ctx.input;
      const root = options.config.getOptionalString(
        'performance.publish.folder',
      );
      if (!root) {
        throw new InputError(
          'There is no folder to publish to: set performance.publish.folder, or publish to a repository',
        );
      }
      const files = await workspaceFiles(ctx.workspacePath, {
        path: sourcePath,
        field: 'sourcePath',
      });
      const published = await PublishFolder.open({
        root,
        preview: ctx.isDryRun,
      });
      const write = async (preview: boolean) =>
        published.publish(folder, files, { preview });

      const change = await ctx.checkpoint({
        key: `publish.${folder}`,
        fn: async () => {
          const planned = await write(true);
          const replaced = planned.files?.find(
            ({ before, after }) => before !== undefined && before !== after,
          );
          if (replaced && !overwrite) {
            throw new ConflictError(
              `${replaced.path} is there already: choose another name, or say overwrite`,
            );
          }
          const made = ctx.isDryRun ? planned : await write(false);
          return JSON.parse(JSON.stringify(made)) as typeof made;
        },
      });
      const paths = change.files?.map(({ path }) => path) ?? [];
      for (const path of paths) {
        ctx.logger.info(`${ctx.isDryRun ? 'Would write' : 'Wrote'} ${path}`);
      }
      ctx.output('change', change);
      ctx.output('paths', paths);
      ctx.output('location', `the folder ${folder} of the published manifests`);
    },
  });
}
