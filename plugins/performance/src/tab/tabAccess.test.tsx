import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { emptyScorecard } from '../../dev/exampleScorecard';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { PerformanceTab } from './PerformanceTab';

function renderTab(api = exampleApi()) {
  return renderExample(<PerformanceTab />, api);
}

describe('the tab without a mouse and without eyes', () => {
  it('has no violation that axe knows, open and closed', async () => {
    const { container } = renderTab();
    await screen.findByRole('img', { name: /^Latency by percentile\./ });
    expect(await findViolations(container)).toEqual([]);
  });

  it('opens the evidence by keyboard', async () => {
    renderTab();
    const row = await screen.findByRole('button', { name: /^Warn\. P50/ });
    act(() => row.focus());
    await userEvent.keyboard('{Enter}');
    expect(row).toHaveAttribute('aria-expanded', 'true');
  });

  it('moves between environments with the arrow keys', async () => {
    renderTab(exampleApi({ scorecard: emptyScorecard('not-measured-yet') }));
    const staging = await screen.findByRole('radio', { name: 'staging' });
    act(() => staging.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByRole('radio', { name: 'production, production' }),
    ).toHaveFocus();
  });
});
