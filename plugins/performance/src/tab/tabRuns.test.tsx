import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleNow } from '../../dev/exampleOutcomes';
import { exampleRun } from '../../dev/exampleRun';
import { exampleScorecard } from '../../dev/exampleScorecard';
import { renderExample } from '../../dev/renderExample';
import { PerformanceTab } from './PerformanceTab';

function renderTab(api: PerformanceApi) {
  return renderExample(<PerformanceTab />, api);
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(exampleNow);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('runs on the tab', () => {
  it('opens the plan of a run before anything is sent', async () => {
    const startRun = jest.fn();
    renderTab(exampleApi({ startRun }));
    const card = await screen.findByRole('article', { name: 'Scorecard' });
    await userEvent.click(
      within(card).getByRole('button', { name: 'Run now' }),
    );
    expect(
      await screen.findByRole('dialog', { name: /sluggish-ranker/ }),
    ).toBeInTheDocument();
    expect(startRun).not.toHaveBeenCalled();
  });

  it('follows a run and shows the new scorecard when it ends, without a reload of the page', async () => {
    let hasEnded = false;
    renderTab(
      exampleApi({
        getScorecard: async () =>
          hasEnded
            ? { ...exampleScorecard, score: 71 }
            : { ...exampleScorecard, activeRun: exampleRun },
        getRun: async () =>
          hasEnded ? { ...exampleRun, state: 'succeeded' } : exampleRun,
      }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'A run goes on: Inference, steady phase.',
    );
    hasEnded = true;
    jest.mocked(Date.now).mockReturnValue(exampleNow + 2_000);
    expect(
      await screen.findByText('Score 71 of 100', {}, { timeout: 5_000 }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it.each([
    ['partial', 'Partial: the last run did not finish every probe.'],
    ['interrupted', 'Interrupted: the last run ended before it was done.'],
    ['failed', 'The last run failed.'],
  ] as const)('says that the last run was %s', async (state, title) => {
    renderTab(
      exampleApi({
        scorecard: { ...exampleScorecard, lastRun: { ...exampleRun, state } },
      }),
    );
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('says that runs are switched off, and offers none', async () => {
    renderTab(
      exampleApi({ scorecard: { ...exampleScorecard, enabled: false } }),
    );
    expect(
      await screen.findByText('Runs are switched off by the operator.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Run now' })).toBeNull();
  });

  it('lists the mistakes of annotations and configuration', async () => {
    const problem = 'dynoscope.dev/inference: no endpoint "x" is configured';
    renderTab(
      exampleApi({ scorecard: { ...exampleScorecard, problems: [problem] } }),
    );
    expect(await screen.findByText(problem)).toBeInTheDocument();
  });
});
