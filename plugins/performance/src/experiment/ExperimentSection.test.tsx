import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleExperiments } from '../../dev/exampleExperiment';
import { exampleNow } from '../../dev/exampleOutcomes';
import { exampleExplained } from '../../dev/exampleRemedy';
import { exampleScorecard } from '../../dev/exampleScorecard';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { PerformanceTab } from '../tab/PerformanceTab';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(exampleNow);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const scorecard = {
  ...exampleScorecard,
  ...exampleExplained,
  experiments: [
    {
      ...exampleExperiments.missed,
      id: 'experiment-6',
      title: 'Add a replica',
      createdAt: '2026-11-20T10:00:00.000Z',
      appliedAt: '2026-11-20T10:00:00.000Z',
    },
    exampleExperiments.kept,
  ],
};

describe('ExperimentSection', () => {
  it('lists experiments, newest first, with promise and verdict', async () => {
    const { container } = renderExample(
      <PerformanceTab />,
      exampleApi({ scorecard }),
    );
    const section = await screen.findByRole('article', { name: 'Experiments' });
    expect(
      within(section)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'KeptShorten the batch wait to 5 msP99 latency 412\u202fms → 10.8\u202fms, promised 7–15\u202fms12 min agoShow',
      'MissedAdd a replicaP99 latency 412\u202fms → 415\u202fms, promised 7–15\u202fms12 min agoShow',
    ]);
    expect(within(section).getByRole('status')).toHaveTextContent(
      'Experiment Shorten the batch wait to 5 ms: Kept',
    );
    expect(await findViolations(container)).toEqual([]);
  });

  it('leads to the row, which shows the newest', async () => {
    renderExample(<PerformanceTab />, exampleApi({ scorecard }));
    const row = await screen.findByRole('button', {
      name: /^Fail\. P99 latency/,
    });
    await userEvent.click(row);
    expect(row).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show Add a replica' }),
    );
    expect(row).toHaveAttribute('aria-expanded', 'true');
    expect(row).toHaveFocus();
    expect(
      screen.getByText('Experiment: Shorten the batch wait to 5 ms'),
    ).toBeInTheDocument();
  });

  it('marks in the history where a change came into force, also in words', async () => {
    renderExample(<PerformanceTab />, exampleApi({ scorecard }));
    expect(
      await screen.findByText('Experiment: Shorten the batch wait to 5 ms'),
    ).toBeInTheDocument();
    const [history] = screen.getAllByRole('button', {
      name: 'History of this check',
    });
    await userEvent.click(history);
    expect(
      await screen.findByText(
        'Changes: Change in force 23 Nov, 13:40 UTC: Kept; Change in force 20 Nov, 10:00 UTC: Missed',
      ),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('img', { hidden: true })
        .map(image => image.getAttribute('aria-label')),
    ).toContainEqual(
      expect.stringMatching(
        /^Last 8 runs: .*Change in force 23 Nov, 13:40 UTC: Kept/,
      ),
    );
  });

  it('looks again soon while an experiment waits for its measurement', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const getScorecard = jest.fn(async () => ({
      ...scorecard,
      experiments: [exampleExperiments.waiting],
    }));
    renderExample(<PerformanceTab />, exampleApi({ getScorecard }));
    await screen.findByRole('article', { name: 'Experiments' });
    const before = getScorecard.mock.calls.length;
    act(() => {
      jest.advanceTimersByTime(5_000);
    });
    await waitFor(() =>
      expect(getScorecard.mock.calls.length).toBeGreaterThan(before),
    );
  });
});
