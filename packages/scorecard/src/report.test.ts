import { reportOf, runOf } from './__testUtils__/report';
import { assembleReport } from './report';
import { reportSchema } from './reportSchema';
import { scoreOutcomes } from './score';

describe('assembleReport', () => {
  it('makes a document that is complete and survives the wire', () => {
    const report = reportOf();
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(
      report,
    );
    expect(report.score).toEqual(scoreOutcomes(report.outcomes, report));
    expect(report).toMatchObject({
      schemaVersion: 1,
      entityRef: 'component:default/iris',
      environment: 'iris',
      plan: runOf().plan,
    });
  });

  it('keeps the plan beside the run and leaves the progress out', () => {
    const { plan, progress, ...summary } = runOf();
    expect(reportOf().run).toEqual(summary);
  });

  it('is empty, not absent, where nothing was found', () => {
    const report = assembleReport({
      id: 'p-2',
      createdAt: '2026-11-23T14:30:00.000Z',
      run: runOf(),
      outcomes: [],
      measurements: [],
    });
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.score.score).toBeNull();
    expect([report.remedies, report.causes, report.evidence]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
