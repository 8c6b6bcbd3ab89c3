/** Texts of the linter's findings. */
export const lintMessages = {
  title: 'Lint',
  none: 'Lint: no findings.',
  severity: { error: 'Error', warning: 'Warning', info: 'Info' },
  place: '{{file}}, line {{line}}',
  guide: 'Guide: {{section}}',
} as const;
