import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import { screen, within } from '@testing-library/react';
import { exampleApi } from '../../dev/exampleApi';
import { exampleComparison } from '../../dev/exampleComparison';
import { findViolations } from '../../dev/findViolations';
import { refusal } from '../../dev/refusal';
import { renderExample } from '../../dev/renderExample';
import { ComparePage } from './ComparePage';

function renderPage(answers: Partial<PerformanceApi> = {}) {
  return renderExample(
    <ComparePage base="report-187" candidate="report-188" />,
    exampleApi(answers),
  );
}

describe('ComparePage', () => {
  it('shows each metric with its difference, drawn and in words, and a verdict', async () => {
    const compare = jest.fn(async () => exampleComparison);
    const { container } = renderPage({ compare });
    const table = await screen.findByRole('table', { name: 'Comparison' });
    const [, ...rows] = within(table).getAllByRole('row');
    expect(rows.map(row => row.textContent?.replace(/\u202f/g, ' '))).toEqual([
      'P50 latencyBefore 103 msAfter 9.8 msDifference −93.2 msRelative −91 %Better',
      'P99 latencyBefore 140 msAfter 163 msDifference +23 msRelative +16 %Worse',
      'CapacityBefore 118 req/sAfter 119 req/sDifference +1 req/sRelative +0.8 %Same',
      'Error rateBefore 0 %After 0.033 %Difference +0.033 pointsRelative –too few errors to compareUnclear',
    ]);
    expect(within(rows[1]).getByRole('img').getAttribute('aria-label')).toMatch(
      /^\+16.%, interval \+6.% to \+26.%$/,
    );
    expect(compare).toHaveBeenCalledWith(
      { base: 'report-187', candidate: 'report-188' },
      expect.anything(),
    );
    expect(await findViolations(container)).toEqual([]);
  });

  it('says what changed in between and leads to both reports', async () => {
    renderPage();
    const changed = await screen.findByRole('region', {
      name: 'What changed in between',
    });
    expect(changed).toHaveTextContent('deployment.batcher.maxLatency100 → 5');
    expect(changed).toHaveTextContent('imagenot known → sha256:9b1e44');
    expect(
      screen.getByText('Both were measured with the same plan.'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual([
      '/performance/reports/report-187',
      '/performance/reports/report-188',
    ]);
  });

  it('doubts a comparison of different plans, and says when nothing can be compared', async () => {
    renderPage({
      compare: async () => ({
        ...exampleComparison,
        samePlan: false,
        rows: [],
        changed: [],
      }),
    });
    expect(await screen.findByText(/^The plans differ:/)).toBeInTheDocument();
    expect(
      screen.getByText('The reports have no metric in common.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Nothing that Dynoscope can see changed/),
    ).toBeInTheDocument();
  });

  it.each([
    [404, 'You may not read performance reports here'],
    [503, 'The comparison could not be made'],
  ])('says what a refusal with %i means', async (status, title) => {
    renderPage({
      compare: async () => {
        throw refusal({ status });
      },
    });
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
  });
});
