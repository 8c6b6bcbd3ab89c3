import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Scorecard } from '@dynoscope/scorecard';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleNow, p99 } from '../../dev/exampleOutcomes';
import { exampleRun } from '../../dev/exampleRun';
import { emptyScorecard, exampleScorecard } from '../../dev/exampleScorecard';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { scenarios } from '../../dev/scenarios';
import { ScorecardCard } from './ScorecardCard';

function renderCard(api: PerformanceApi = exampleApi()) {
  return renderExample(<ScorecardCard />, api);
}

function renderScorecard(part: Partial<Scorecard>) {
  return renderCard(
    exampleApi({ scorecard: { ...exampleScorecard, ...part } }),
  );
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(exampleNow);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('ScorecardCard', () => {
  it('shows score, coverage and the four worst outcomes, and counts the others', async () => {
    renderCard();
    expect(await screen.findByText('Score 34 of 100')).toBeInTheDocument();
    expect(screen.getByText('measured 6 of 9')).toBeInTheDocument();
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'FailP99 latency 412 ms312 % over',
      'FailIndexes 2 findingsexact',
      'WarnP50 latency 47.2 ms6 % spare',
      'InconclusiveError rate 0.033 %crosses target',
    ]);
    expect(
      screen.getByText('1 error · 1 no data · 3 pass'),
    ).toBeInTheDocument();
    expect(screen.getByText('12 min ago')).toBeInTheDocument();
  });

  it('leads to the tab', async () => {
    renderCard();
    expect(
      await screen.findByRole('link', { name: 'Show all' }),
    ).toHaveAttribute('href', '/tab');
  });

  it('shows more passes as such when it shows some', async () => {
    const passes = Array.from({ length: 6 }, (_, index) => ({
      ...p99,
      checkId: `check-${index}`,
      status: 'pass' as const,
      margin: 0.2,
    }));
    renderScorecard({ outcomes: passes });
    expect(await screen.findByText('2 more pass')).toBeInTheDocument();
  });

  it.each([
    ['a reader who may not run', { allowedActions: [] }],
    ['a portal whose runs are switched off', { enabled: false }],
    [
      'a production environment without that permission',
      { environment: 'production' },
    ],
  ] as [string, Partial<Scorecard>][])(
    'offers the report instead of a run to %s',
    async (_name, part) => {
      renderScorecard(part);
      expect(
        await screen.findByRole('link', { name: 'Open report' }),
      ).toHaveAttribute('href', '/performance/reports/report-187');
      expect(screen.queryByRole('button', { name: 'Run now' })).toBeNull();
    },
  );

  it('shows a run that goes on in place of the outcomes', async () => {
    renderCard(
      exampleApi({
        scorecard: { ...exampleScorecard, activeRun: exampleRun },
        getRun: async () => exampleRun,
      }),
    );
    expect(
      await screen.findByRole('progressbar', {
        name: 'Inference, steady phase',
      }),
    ).toHaveAttribute('aria-valuenow', '0.4');
    expect(screen.getByText('0:26 of 1:05')).toBeInTheDocument();
    expect(await screen.findByText(/P99 now 405/)).toBeInTheDocument();
    expect(screen.getByText('of the run 12 min ago')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Show progress' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  it('says what was found and when the first run starts', async () => {
    renderCard(exampleApi({ scorecard: emptyScorecard('not-measured-yet') }));
    expect(
      await screen.findByText(
        'Dynoscope found 1 endpoint, 1 database and 1 training job. The first scheduled run starts at 20:30 UTC.',
      ),
    ).toBeInTheDocument();
  });

  it('says why a first run measured nothing', async () => {
    renderScorecard({
      ...emptyScorecard('not-measured-yet'),
      lastRun: {
        ...exampleRun,
        state: 'failed',
        error: { code: 'unreachable', message: 'Nobody answers at port 8081.' },
      },
    });
    expect(
      await screen.findByText(/Nobody answers at port 8081\./),
    ).toBeInTheDocument();
  });

  it('names the annotation that is missing', async () => {
    renderCard(exampleApi({ scorecard: emptyScorecard('nothing-to-measure') }));
    expect(
      await screen.findByText('dynoscope.dev/inference: sluggish-ranker'),
    ).toBeInTheDocument();
  });

  it('tries again after a failure, and names the request', async () => {
    const getScorecard = jest
      .fn(async () => exampleScorecard)
      .mockImplementationOnce(
        () => scenarios.error.getScorecard('', {}) as never,
      );
    renderCard(exampleApi({ getScorecard }));
    expect(await screen.findByText('Request 5f0c2a')).toBeInTheDocument();
    expect(screen.getByText(/answered 503/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Score 34 of 100')).toBeInTheDocument();
  });

  it('is not there for a reader who may not read', async () => {
    renderCard(scenarios.hidden);
    expect(screen.getByText('Performance')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('Performance')).toBeNull());
  });

  it('shows the shape of what comes while it waits', async () => {
    renderCard(scenarios.loading);
    const card = screen.getByRole('article');
    expect(
      await within(card).findByText('Loading the report'),
    ).toBeInTheDocument();
  });

  it.each(Object.keys(scenarios).filter(name => name !== 'hidden'))(
    'has no violation that axe knows: %s',
    async name => {
      const { container } = renderCard(scenarios[name]);
      await screen.findAllByText(/Score|Loading|measure|loaded|Not in/);
      expect(await findViolations(container)).toEqual([]);
    },
  );
});
