module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImports: [
    { name: 'zod', message: "Import from 'zod/v3' instead." },
  ],
  overrides: [
    {
      // Test code that is exported for the authors of probes.
      files: ['src/describeProbe.ts'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
});
