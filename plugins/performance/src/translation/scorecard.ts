/** Texts that the overview card and the Performance tab share. */
export const scorecardMessages = {
  outOf: '/ 100',
  noScore: 'no score',
  scoreSpoken: 'Score {{score}} of 100',
  measured: 'measured {{measured}} of {{applicable}}',
  notApplicable: '{{number}} more not applicable',
  bar: '{{earned}} earned, {{unproven}} unproven, {{lost}} lost of 100',
  earned: '{{number}} earned',
  unproven: '{{number}} unproven',
  lost: '{{number}} lost',
  runNow: 'Run now',
  openReport: 'Open report',
  showProgress: 'Show progress',
  tryAgain: 'Try again',
  loading: 'Loading the report',
  clock: '{{done}} of {{total}}',
  runSilent: 'no news for {{seconds}} s',
  runRate: '{{rate}} · P99 now {{p99}}',
  empty: {
    notMeasured: 'Not measured yet',
    notMeasuredFound: 'Dynoscope found {{subjects}}.',
    notMeasuredNext: 'The first scheduled run starts at {{time}}.',
    notMeasuredUnscheduled: 'No run is scheduled here.',
    nothing: 'Nothing to measure',
    nothingText:
      'No endpoint, database or job is named in this entity. Name one with an annotation:',
    annotations: 'Which annotations there are',
    notHere: 'Not in {{environment}}',
    notHereText:
      'The operator has named nothing of {{name}} in {{environment}}. It is measured in {{others}}.',
    show: 'Show {{environment}}',
    paused: 'Runs are switched off',
    pausedText:
      'Nothing has been measured here, and the operator has switched all runs off.',
    notAllowed: 'You may not read performance reports here',
    notAllowedText:
      'Ask the owner or the administrator of your portal for {{permission}}.',
    notAllowedOwner:
      'Ask the owner, {{owner}}, or the administrator of your portal for {{permission}}.',
    failed: 'The report could not be loaded',
    failedNoAnswer:
      'The performance backend did not answer in {{seconds}} s. Runs go on; nothing was lost.',
    failedUnreachable:
      'The performance backend could not be reached. Runs go on; nothing was lost.',
    failedAnswer:
      'The performance backend answered {{status}}. Runs go on; nothing was lost.',
    request: 'Request {{id}}',
  },
  annotation: {
    inference: 'names endpoints of the configuration, comma separated',
    inferenceUrl: 'an address that the operator allows',
    latencyClass: 'small, medium, large or llm',
    target: 'a tighter target for one check',
  },
} as const;
