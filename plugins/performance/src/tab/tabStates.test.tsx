import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { emptyScorecard, exampleScorecard } from '../../dev/exampleScorecard';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { scenarios } from '../../dev/scenarios';
import { PerformanceTab } from './PerformanceTab';

describe('states of the tab', () => {
  it.each([
    ['not-measured', 'Not measured yet', /starts at 20:30 UTC/],
    ['nothing', 'Nothing to measure', /No endpoint, database or job/],
    ['not-here', 'Not in demo', /measured in staging and production/],
    [
      'error',
      'The report could not be loaded',
      /answered 503.*nothing was lost/,
    ],
    [
      'hidden',
      'You may not read performance reports here',
      /Ask the owner, team-search/,
    ],
  ])('says why there is nothing: %s', async (name, title, sentence) => {
    const { container } = renderExample(<PerformanceTab />, scenarios[name]);
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(await findViolations(container)).toEqual([]);
  });

  it('says so where runs are switched off and nothing was measured', async () => {
    renderExample(
      <PerformanceTab />,
      exampleApi({ scorecard: emptyScorecard('paused') }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Runs are switched off' }),
    ).toBeInTheDocument();
  });

  it('leads to an environment where there is something', async () => {
    renderExample(
      <PerformanceTab />,
      exampleApi({
        getScorecard: async (_ref, options) =>
          options?.environment === 'staging'
            ? exampleScorecard
            : emptyScorecard('not-in-environment'),
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show staging' }),
    );
    expect(await screen.findByText('Score 34 of 100')).toBeInTheDocument();
  });

  it('announces that it loads, in the shape of what comes', async () => {
    renderExample(<PerformanceTab />, scenarios.loading);
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Loading the report',
    );
  });

  it.each(['running', 'stale', 'paused', 'invalid', 'partial', 'interrupted'])(
    'has no violation that axe knows: %s',
    async name => {
      const { container } = renderExample(<PerformanceTab />, scenarios[name]);
      await screen.findByText('Score 34 of 100');
      expect(await findViolations(container)).toEqual([]);
    },
  );
});
