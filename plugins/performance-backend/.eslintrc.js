const zod = { name: 'zod', message: "Import from 'zod/v3' instead." };

/** Modules that tests alone may import. */
const forTests = ['*.test*', '**/__testUtils__/**', '**/__mocks__/**'];

const unguarded = {
  group: ['**/DefaultRunService', '**/DefaultReportService'],
  message:
    'This service does not authorise: only plugin.ts may import it, to wrap it.',
};

const behindServices = {
  group: ['**/*Store', '**/queue/**', '**/EntityGuard', '**/subjects/**'],
  message: 'A route delegates to a service that authorises.',
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImports: [zod],
  overrides: [
    {
      files: ['src/**/*.ts'],
      excludedFiles: ['src/plugin.ts', '**/*.test.ts', '**/__testUtils__/**'],
      rules: {
        'no-restricted-imports': [
          'error',
          { paths: [zod], patterns: [{ group: forTests }, unguarded] },
        ],
      },
    },
    {
      files: ['src/router.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: [zod],
            patterns: [{ group: forTests }, unguarded, behindServices],
          },
        ],
      },
    },
  ],
});
