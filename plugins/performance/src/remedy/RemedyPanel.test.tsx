import type { Scorecard } from '@dynoscope/scorecard';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { p99 } from '../../dev/exampleOutcomes';
import { exampleCannot, exampleExplained } from '../../dev/exampleRemedy';
import { exampleScorecard } from '../../dev/exampleScorecard';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { PerformanceTab } from '../tab/PerformanceTab';

function renderTab(part: Partial<Scorecard> = {}) {
  return renderExample(
    <PerformanceTab />,
    exampleApi({
      scorecard: { ...exampleScorecard, ...exampleExplained, ...part },
    }),
  );
}

const [remedy] = exampleExplained.remedies;
const panel = async () =>
  (await screen.findByRole('heading', { name: /^Remedy: / })).parentElement!;

describe('RemedyPanel', () => {
  it('shows sentence, arithmetic, sources, change, promise, cost and record', async () => {
    renderTab();
    const shown = await panel();
    expect(shown).toHaveTextContent('Remedy: Shorten the batch wait to 5 ms');
    expect(shown).toHaveTextContent('98 of 100 ms are waiting, not work');
    expect(shown).toHaveTextContent(
      /wait = target × share − service time.*= 100 ms × 0.07 − 2.1 ms.*= 4.9 ms/,
    );
    const inputs = within(shown).getByRole('list', {
      name: 'Where the numbers come from',
    });
    expect(inputs).toHaveTextContent('Service time, mean 2.1 msmeasured one');
    expect(inputs).toHaveTextContent('guide Latency Targets, Small');
    expect(shown).toHaveTextContent('maxLatency100 ms → 5 ms');
    expect(shown).toHaveTextContent('Expected P99 latency7–15 ms now 412 ms');
    expect(shown).toHaveTextContent('Costsnothing: smaller batches');
    expect(shown).toHaveTextContent(
      'kept its promise in 14 of 16 experiments, 1 was unclear',
    );
  });

  it('says why the check misses, with the evidence for and against', async () => {
    renderTab();
    const [cause] = exampleExplained.causes;
    expect(await screen.findByText('Why it misses')).toBeInTheDocument();
    expect(screen.getByText('High confidence')).toBeInTheDocument();
    expect(screen.getByText(cause.for[0])).toBeInTheDocument();
    expect(
      screen.getByText('Nothing that was measured speaks against it.'),
    ).toBeInTheDocument();
  });

  it('opens the template with the miss filled in', async () => {
    renderTab();
    const link = await screen.findByRole('link', { name: /^Fix this/ });
    const address = new URL(link.getAttribute('href')!, 'http://portal');
    expect(address.pathname).toBe(
      '/create/templates/default/inference-service',
    );
    expect(JSON.parse(address.searchParams.get('formData')!)).toEqual({
      tuning: {
        reportId: 'report-187',
        checkId: 'inference-latency-p99',
        subject: 'endpoint/sluggish-ranker',
      },
    });
  });

  it('offers no fix to a reader who may make none', async () => {
    renderTab({ allowedActions: ['run'] });
    expect(await panel()).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /^Fix this/ })).toBeNull();
  });

  it('says why nothing can be computed, and promises nothing then', async () => {
    renderTab({ remedies: [{ ...exampleCannot, reportId: 'report-187' }] });
    const shown = await panel();
    expect(shown).toHaveTextContent(
      'It cannot be computed. Nobody has told Dynoscope which manifest',
    );
    expect(shown).toHaveTextContent(/Manifest not measured$/);
    expect(shown).not.toHaveTextContent('Expected');
    expect(screen.queryByRole('link', { name: /^Fix this/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'See the remedy' })).toBeNull();
  });

  it.each([
    [{ kept: 1, exceeded: 0, missed: 0, unclear: 0 }, '1 of 1 experiment'],
    [{ kept: 0, exceeded: 0, missed: 2, unclear: 0 }, '0 of 2 experiments'],
  ])('says how the remedy fared: %j', async (counts, text) => {
    renderTab({ records: [{ remedy: remedy.id, ...counts }] });
    expect(await panel()).toHaveTextContent(
      new RegExp(`Recordkept its promise in ${text}Fix`),
    );
  });

  it('says nothing of a record while there is none', async () => {
    const none = { kept: 0, exceeded: 0, missed: 0, unclear: 0 };
    renderTab({ records: [{ remedy: remedy.id, ...none }] });
    expect(await panel()).not.toHaveTextContent('Record');
  });

  it('belongs to the report and the subject of its outcome only', async () => {
    renderTab({
      remedies: [
        { ...remedy, reportId: 'report-1' },
        { ...remedy, subject: 'endpoint/other' },
      ],
      causes: exampleExplained.causes.map(cause => ({
        ...cause,
        reportId: 'report-1',
      })),
    });
    await screen.findByText('296 more requests without an error');
    expect(screen.queryByText(/^Remedy:/)).toBeNull();
    expect(screen.queryByText('Why it misses')).toBeNull();
  });

  it('is what the header leads to, even past a filter', async () => {
    renderTab();
    await userEvent.click(await screen.findByRole('radio', { name: 'Pass 3' }));
    expect(screen.queryByText(/^Remedy:/)).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'See the remedy' }),
    );
    expect(await panel()).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /^Fail\. P99 latency/ }),
    ).toHaveFocus();
  });

  it('shows text of a report as text, and has no barriers', async () => {
    const hostile = '<img src=x onerror="window.broken = true">';
    const { container } = renderTab({
      remedies: [
        { ...remedy, title: hostile, text: hostile, arithmetic: [hostile] },
      ],
      outcomes: [p99],
    });
    expect((await screen.findAllByText(hostile)).length).toBeGreaterThan(0);
    expect('broken' in window).toBe(false);
    expect(await findViolations(container)).toEqual([]);
  });
});
