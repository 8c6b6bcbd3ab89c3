import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ESLint } from 'eslint';

jest.setTimeout(60_000);

const root = resolvePackagePath(
  '@dynoscope/backstage-plugin-performance-backend',
);

async function restricted(file: string, imported: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const [result] = await eslint.lintText(
    `import { thing } from '${imported}';\n\nthing();\n`,
    { filePath: resolve(root, file) },
  );
  return result.messages
    .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
    .map(({ message }) => message);
}

describe('the lint rules of this package', () => {
  it.each([
    ['src/router.ts', './runs/DefaultRunService', 'does not authorise'],
    ['src/router.ts', './reports/DefaultReportService', 'does not authorise'],
    ['src/router.ts', './reports/ReportStore', 'delegates to a service'],
    ['src/router.ts', './runs/queue/RunQueue', 'delegates to a service'],
    ['src/parse.ts', './runs/DefaultRunService', 'does not authorise'],
    [
      'src/reports/retention.ts',
      '../runs/DefaultRunService',
      'does not authorise',
    ],
    ['src/plugin.ts', 'zod', "'zod/v3'"],
    ['src/router.ts', 'zod', "'zod/v3'"],
    ['src/router.ts', './__testUtils__/until', '__testUtils__'],
  ])('forbid %s to import %s', async (file, imported, message) => {
    expect((await restricted(file, imported)).join()).toContain(message);
  });

  it.each([
    ['src/plugin.ts', './runs/DefaultRunService'],
    ['src/router.ts', './runs/RunService'],
    ['src/router.ts', 'zod/v3'],
  ])('allow %s to import %s', async (file, imported) => {
    expect(await restricted(file, imported)).toEqual([]);
  });
});
