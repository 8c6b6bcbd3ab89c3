import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { findingSchema, versionsSchema } from '@dynoscope/scorecard';
import { lintManifests } from '@dynoscope/tuning';
import { z } from 'zod/v3';
import { lintExamples } from './examples/lint.examples';
import { oneLine } from './oneLine';
import { workspaceFiles } from './workspaceFiles';

const mostNamed = 3;

/** Lints the manifests of the workspace, and ends the task where one is wrong. */
export function createLintAction() {
  return createTemplateAction({
    id: 'performance:lint',
    description:
      'Lints the YAML files of a folder of the workspace with the rules of the Performance Tuning Guide, and fails where a finding is as severe as failOn.',
    examples: lintExamples,
    supportsDryRun: true,
    schema: {
      input: {
        path: () =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace. Default: all of it'),
        versions: () =>
          versionsSchema
            .optional()
            .describe('Releases that the manifests are for, such as 0.20'),
        failOn: () =>
          z
            .enum(['error', 'warning', 'none'])
            .optional()
            .describe('What ends the task. Default: error'),
      },
      output: {
        findings: () => z.array(findingSchema).describe('All findings'),
        summary: () => z.string().describe('How many there are, in words'),
      },
    },
    async handler(ctx) {
      const { path = '.', versions, failOn = 'error' } = ctx.input;
      const files = await workspaceFiles(ctx.workspacePath, {
        path,
        field: 'path',
        only: /\.ya?ml$/i,
      });
      const { findings, summary } = lintManifests({
        files: files.map(file => ({ file: file.path, content: file.content })),
        versions,
      });
      const lines = findings.map(
        ({ file, line, ruleId, message, severity }) => {
          const text = oneLine(`${file}:${line} ${ruleId} ${message}`);
          const log = {
            error: 'error',
            warning: 'warn',
            info: 'info',
          } as const;
          ctx.logger[log[severity]](text);
          return { severity, text };
        },
      );
      const words = `${files.length} files: ${summary.error} errors, ${summary.warning} warnings, ${summary.info} notes`;
      ctx.logger.info(words);
      ctx.output('findings', findings);
      ctx.output('summary', words);

      const failing = lines.filter(
        ({ severity }) =>
          failOn !== 'none' && (severity === 'error' || severity === failOn),
      );
      if (failing.length > 0) {
        const named = failing.slice(0, mostNamed).map(({ text }) => text);
        const more = failing.length - named.length;
        throw new Error(
          `The manifests have findings that must be mended: ${named.join(
            '; ',
          )}${more > 0 ? ` and ${more} more` : ''}`,
        );
      }
    },
  });
}
