import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { ProbeProgress, Run } from '@dynoscope/scorecard';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleReport } from '../../dev/exampleReport';
import { exampleRun } from '../../dev/exampleRun';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { refusal } from '../../dev/refusal';
import { RunDialog, type RunDialogProps } from './RunDialog';

const hostile = `<script>window.stolen = 1</script><img src=x onerror="window.stolen = 1"> \u202e${'x'.repeat(
  10_000,
)}`;

function run(part: Partial<Run> = {}, step: Partial<ProbeProgress> = {}): Run {
  const [first] = exampleRun.progress.probes;
  return {
    ...exampleRun,
    progress: { probes: [{ ...first, ...step }] },
    ...part,
  };
}

function renderRun(
  answers: Partial<PerformanceApi>,
  props: Partial<RunDialogProps> = { runId: exampleRun.id },
) {
  renderExample(
    <RunDialog
      entityRef={exampleRun.entityRef}
      title="sluggish-ranker"
      isOpen
      onOpenChange={() => {}}
      {...props}
    />,
    exampleApi(answers),
  );
}

/** The backend answers once and is silent then. */
function once(answer: Run) {
  return jest
    .fn(() => new Promise<Run>(() => {}))
    .mockResolvedValueOnce(answer);
}

const ended: Partial<Run> = { finishedAt: '2026-11-23T14:43:53.000Z' };

describe('RunDialog, progress', () => {
  it('says how far the run is, whether the client keeps up, and what it saw', async () => {
    const live = {
      ...exampleRun.progress.probes[0].live!,
      latenessP99: 0.3,
      unsent: 0,
      limits: { clientBusy: 0.8, latenessP99: 1 },
    };
    renderRun({ getRun: once(run({}, { live })) });
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByRole('progressbar', { name: 'Run' }),
    ).toHaveAttribute('aria-valuetext', '40%');
    expect(
      within(dialog).getByText('0:26', { selector: 'strong' }),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('heading', { name: 'The client is healthy' }),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('row', { name: /Client busy 8\s?% limit 80/ }),
    ).toBeInTheDocument();
    expect(within(dialog).getByText('2,601')).toBeInTheDocument();
    expect(
      within(dialog).getByRole('img', { name: /P50 47\s?ms, P99 405\s?ms/ }),
    ).toBeInTheDocument();
    expect(within(dialog).getByRole('status')).toHaveTextContent(
      'Inference, steady phase. P99 405 ms. The client is healthy.',
    );
    expect(await findViolations(dialog)).toEqual([]);
  });

  it('calls the client limited as soon as one limit is passed', async () => {
    const live = {
      ...exampleRun.progress.probes[0].live!,
      clientBusy: 0.9,
      limits: { clientBusy: 0.8 },
    };
    renderRun({ getRun: once(run({}, { live })) });
    expect(
      await screen.findByRole('heading', {
        name: 'The client is at its limit',
      }),
    ).toBeInTheDocument();
  });

  it('cancels without a second question', async () => {
    let state: Run['state'] = 'running';
    const cancelRun = jest.fn(async () => {
      state = 'cancelled';
      return run({ state });
    });
    const onFinished = jest.fn();
    renderRun(
      { getRun: async () => run({ state, ...ended }), cancelRun },
      { runId: exampleRun.id, onFinished },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel run' }),
    );
    expect(cancelRun).toHaveBeenCalledWith(exampleRun.id);
    expect(
      await screen.findByText('Cancelled after 0:52', {}, { timeout: 5000 }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/2,601 requests were answered/),
    ).toBeInTheDocument();
    expect(onFinished).toHaveBeenCalledTimes(1);
  });

  it('goes on when it may not be cancelled, and says so', async () => {
    renderRun({
      getRun: once(run()),
      cancelRun: async () => {
        throw refusal({ status: 403 });
      },
    });
    const button = await screen.findByRole('button', { name: 'Cancel run' });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not cancel runs here',
    );
    expect(button).toBeEnabled();
  });

  it('shows the run that is in the way', async () => {
    const other = run({ id: 'r-190', trigger: 'schedule' });
    renderRun(
      {
        startRun: async () => {
          throw refusal({ status: 409, code: 'busy', runId: 'r-190' });
        },
        getRun: async () => other,
      },
      {},
    );
    const start = () => screen.getByRole('button', { name: 'Start run' });
    await waitFor(() => expect(start()).toBeEnabled());
    await userEvent.click(start());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'A run is already going on',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show progress' }),
    );
    expect(
      await screen.findByRole('progressbar', { name: 'Run' }),
    ).toBeInTheDocument();
  });
});

describe('RunDialog, ends', () => {
  it('shows the new score beside the earlier one and leads to the report', async () => {
    const summary = { ...exampleReport, runId: 'r-1', trigger: 'schedule' };
    renderRun({
      getRun: async () =>
        run({ ...ended, state: 'succeeded', reportId: 'report-187' }),
      listReports: async () => ({
        items: [
          { ...summary, score: 34, measured: 6, applicable: 9 },
          {
            ...summary,
            id: 'report-1',
            createdAt: '2026-11-09T14:30:00.000Z',
            score: 52,
            measured: 5,
            applicable: 9,
          },
        ],
        totalItems: 2,
        pageInfo: {},
      }),
    });
    expect(
      await screen.findByText('was 52, measured 5 of 9, on 9 Nov'),
    ).toBeInTheDocument();
    expect(screen.getByText('Score 34 of 100')).toBeInTheDocument();
    expect(screen.getByText('Valid.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open report' })).toHaveAttribute(
      'href',
      '/performance/reports/report-187',
    );
    expect(await findViolations(screen.getByRole('dialog'))).toEqual([]);
  });

  it.each<[string, Partial<Run>]>([
    [
      'Stopped to protect the service',
      {
        state: 'failed',
        error: { code: 'breaker-open', message: 'errors passed 5 %' },
      },
    ],
    [
      'Stopped: runs are switched off',
      { state: 'cancelled', error: { code: 'killed', message: 'switched' } },
    ],
    ['Interrupted', { state: 'interrupted' }],
    [
      'The run failed',
      { state: 'failed', error: { code: 'unreachable', message: 'refused' } },
    ],
  ])('says: %s', async (title, part) => {
    renderRun({ getRun: async () => run({ ...ended, ...part }) });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(/earlier outcomes stay/)).toBeInTheDocument();
    const [step] = screen.getAllByRole('listitem');
    expect(step).toHaveTextContent('stopped');
    expect(step).not.toHaveAttribute('aria-current');
    expect(screen.getByRole('button', { name: 'Run now' })).toBeEnabled();
  });

  it('shows text of a target as text only', async () => {
    const error = { code: 'protocol' as const, message: hostile };
    renderRun({
      getRun: async () =>
        run({ ...ended, state: 'failed', error }, { message: hostile }),
    });
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('The run failed');
    expect(dialog).toHaveTextContent('<script>window.stolen = 1</script>');
    expect(dialog.querySelector('script, img')).toBeNull();
    expect(dialog.textContent).not.toContain('\u202e');
    expect(dialog.textContent!.length).toBeLessThan(3000);
    expect(window).not.toHaveProperty('stolen');
  });
});
