/** Texts of the page at `/performance`. */
export const pageMessages = {
  lead: 'The scorecard of a service stands on the Performance tab of its page in the catalog.',
  catalog: 'Open the catalog',
  checks: 'What is checked',
  failed: 'The list of checks could not be loaded',
} as const;
