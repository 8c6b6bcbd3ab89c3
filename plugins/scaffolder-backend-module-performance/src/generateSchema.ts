import { changeSchema } from '@dynoscope/scorecard';
import { z } from 'zod/v3';

const text = (description: string) => () => z.string().describe(description);
const optionalText = (description: string) => () =>
  z.string().optional().describe(description);

/** What `performance:inference-service:generate` takes and answers. */
export const generateSchema = {
  input: {
    reportId: optionalText('Report of the miss; goes with checkId'),
    checkId: optionalText('Check that misses'),
    subject: optionalText('Subject, where the check misses for several'),
    options: () =>
      z
        .record(z.unknown())
        .optional()
        .describe(
          'Options of the service; what is left out is computed or has a default',
        ),
  },
  output: {
    name: text('Name of the entity'),
    entityRef: text('Entity that the service belongs to'),
    performancePath: text("Page of the entity's scorecard in the portal"),
    paths: () => z.array(z.string()).describe('Files in the workspace'),
    folder: optionalText('Folder that holds all of them'),
    title: text('What is done, in one line'),
    description: text('The change with its arithmetic, as markdown'),
    diff: text('Unified diff'),
    diffMarkdown: text('The same as markdown'),
    values: () => z.array(changeSchema).describe('The computed values'),
    options: () =>
      z.record(z.unknown()).describe('Every option as it was used'),
    repoUrl: optionalText('Repository that the manifest came from'),
    branch: optionalText('Its branch'),
    repositoryType: optionalText('What hosts it: github or gitlab'),
  },
};
