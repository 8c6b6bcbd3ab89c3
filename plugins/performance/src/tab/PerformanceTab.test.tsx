import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleNow } from '../../dev/exampleOutcomes';
import { exampleScorecard } from '../../dev/exampleScorecard';
import { renderExample } from '../../dev/renderExample';
import { PerformanceTab } from './PerformanceTab';

function renderTab(api: PerformanceApi = exampleApi()) {
  return renderExample(<PerformanceTab />, api);
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(exampleNow);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('PerformanceTab', () => {
  it('says the finding, the score with its coverage, and when it was measured', async () => {
    renderTab();
    const card = await screen.findByRole('article', { name: 'Scorecard' });
    expect(within(card).getByText('Score 34 of 100')).toBeInTheDocument();
    expect(within(card).getByText('measured 6 of 9')).toBeInTheDocument();
    expect(
      within(card).getByRole('img', {
        name: '34 earned, 38 unproven, 28 lost of 100',
      }),
    ).toBeInTheDocument();
    expect(
      within(card).getByRole('heading', {
        name: 'One request in a hundred takes too long',
      }),
    ).toBeInTheDocument();
    expect(within(card).getByText('12 min ago')).toHaveAttribute(
      'title',
      '23 Nov 2026, 14:32 UTC',
    );
    expect(
      within(card).getByRole('link', { name: 'Open report' }),
    ).toHaveAttribute('href', '/performance/reports/report-187');
  });

  it('reads each check as a sentence, worst first in the order of the guide', async () => {
    renderTab();
    const inference = await screen.findByRole('article', { name: 'Inference' });
    expect(
      within(inference)
        .getAllByRole('button', { expanded: undefined })
        .map(button => button.textContent)
        .filter(text => text?.includes('measured'))
        .map(text => text?.split('. ')[0]),
    ).toEqual(['Fail', 'Warn', 'Inconclusive', 'Pass']);
    expect(
      within(inference).getByRole('button', {
        name: 'Fail. P99 latency, sluggish-ranker, 412 ms, target below 100 ms, 312 % over, measured 12 minutes ago',
      }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(
      within(inference).getByText('Time to first token'),
    ).toHaveTextContent('not a language model');
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(heading => heading.textContent?.match(/^[A-Za-z]+/)?.[0]),
    ).toEqual([
      'Inference',
      'Training',
      'GPU',
      'Database',
      'Storage',
      'Kubernetes',
    ]);
  });

  it('proves a check by the percentile curve of its report, with the same numbers as a table', async () => {
    renderTab();
    expect(
      await screen.findByRole('img', { name: /^Latency by percentile\./ }),
    ).toHaveAccessibleName(/P99 412 ms.*Target 100 ms at P99/);
    const [table] = screen.getAllByRole('table', { hidden: true });
    expect(table).toHaveTextContent('P99412396–43188');
  });

  it('says what an inconclusive check needs, and offers the run', async () => {
    renderTab();
    expect(await screen.findByText('What is needed')).toBeInTheDocument();
    expect(
      screen.getByText('296 more requests without an error'),
    ).toBeVisible();
    expect(
      screen.getByText('needs 296 more requests without an error'),
    ).toBeVisible();
  });

  it('shows only the outcomes of the chosen chip, and counts them', async () => {
    renderTab();
    const chips = await screen.findByRole('radiogroup', {
      name: 'Show outcomes',
    });
    expect(
      within(chips)
        .getAllByRole('radio')
        .map(chip => chip.textContent),
    ).toEqual([
      'All 10',
      'Fail 2',
      'Warn 1',
      'Inconclusive 1',
      'Error 1',
      'No data 1',
      'Pass 3',
      'Not applicable 1',
    ]);
    await userEvent.click(
      within(chips).getByRole('radio', { name: 'Error 1' }),
    );
    expect(
      screen.getByRole('article', { name: 'Kubernetes' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('article', { name: 'Inference' })).toBeNull();
  });

  it('keeps the old value beside the attempt that failed, and marks it stale', async () => {
    renderTab();
    const storage = await screen.findByRole('article', { name: 'Storage' });
    expect(storage).toHaveTextContent(
      'last run at 23 Nov, 14:32 UTC could not measure it: the bucket refused the connection',
    );
    expect(
      within(storage).getByRole('button', { name: /^Pass, Stale\./ }),
    ).toBeInTheDocument();
  });

  it('fetches the history of a check when it is asked for', async () => {
    renderTab();
    const [history] = await screen.findAllByRole('button', {
      name: 'History of this check',
    });
    await userEvent.click(history);
    expect(
      await screen.findByRole('img', { name: /^P99 latency\. Last 8 runs/ }),
    ).toBeInTheDocument();
  });

  it('asks for the environment that is chosen', async () => {
    const getScorecard = jest.fn<
      ReturnType<PerformanceApi['getScorecard']>,
      Parameters<PerformanceApi['getScorecard']>
    >(async (_ref, options) => ({
      ...exampleScorecard,
      environment: options?.environment ?? 'staging',
    }));
    renderTab(exampleApi({ getScorecard }));
    await userEvent.click(
      await screen.findByRole('radio', { name: 'production, production' }),
    );
    await waitFor(() =>
      expect(getScorecard).toHaveBeenLastCalledWith(
        'component:default/sluggish-ranker',
        expect.objectContaining({ environment: 'production' }),
      ),
    );
    expect(
      await screen.findByRole('radio', { name: 'production, production' }),
    ).toBeChecked();
    // The permission to run in production was not given.
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Run now' })).toBeNull(),
    );
  });

  it('shows text that comes from a target as text', async () => {
    const [first, ...others] = exampleScorecard.outcomes;
    renderTab(
      exampleApi({
        scorecard: {
          ...exampleScorecard,
          outcomes: [
            {
              ...first,
              status: 'error',
              value: undefined,
              reason: '<script>window.broken = true</script>',
            },
            ...others,
          ],
        },
      }),
    );
    expect(
      (await screen.findAllByText('<script>window.broken = true</script>'))
        .length,
    ).toBeGreaterThan(0);
    expect('broken' in window).toBe(false);
  });
});
