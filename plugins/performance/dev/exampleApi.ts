import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Scorecard } from '@dynoscope/scorecard';
import { exampleComparison } from './exampleComparison';
import { exampleExperiment } from './exampleExperiment';
import { exampleGenerated, exampleNewService } from './exampleGenerated';
import { exampleReport } from './exampleReport';
import { p99 } from './exampleOutcomes';
import { exampleRun } from './exampleRun';
import { exampleScorecard } from './exampleScorecard';

/** An API of examples; what a page needs otherwise is handed in. */
export function exampleApi(
  answers: Partial<PerformanceApi> & { scorecard?: Scorecard } = {},
): PerformanceApi {
  const { scorecard = exampleScorecard, ...others } = answers;
  const unexpected = (name: string) => async () => {
    throw new Error(`the page asked for ${name}, which no example answers`);
  };
  return {
    getScorecard: async () => scorecard,
    getReport: async () => exampleReport,
    getRun: async () => exampleRun,
    getTrend: async () => ({
      points: (p99.trend ?? []).map(point => ({ ...point, n: 6000 })),
    }),
    listChecks: async () => ({
      items: [
        {
          id: 'inference-latency-p99',
          category: 'inference',
          title: 'P99 latency',
          failureTitle: 'One request in a hundred takes too long',
          description: p99.why,
          guide: 'Latency Targets',
          metrics: [{ metric: 'inference.latency', statistic: 'p99' }],
        },
      ],
      totalItems: 1,
      pageInfo: {},
    }),
    listReports: unexpected('the reports'),
    getReportMarkdown: unexpected('the markdown of a report'),
    getEvidence: unexpected('evidence'),
    planRun: async () => exampleRun.plan,
    startRun: async () => exampleRun,
    cancelRun: unexpected('an end of a run'),
    listMetrics: unexpected('the metrics'),
    compare: async () => exampleComparison,
    generate: async (_generator, { reportId }) =>
      reportId === undefined ? exampleNewService : exampleGenerated,
    lint: unexpected('findings'),
    createExperiment: unexpected('a new experiment'),
    getExperiment: async () => exampleExperiment,
    listExperiments: unexpected('the experiments'),
    measureExperiment: unexpected('a measurement of an experiment'),
    undoExperiment: unexpected('an undo'),
    abandonExperiment: unexpected('the end of an experiment'),
    listRemedyRecords: unexpected('the records of remedies'),
    ...others,
  };
}
