import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Plan, RunPlanRequest } from '@dynoscope/scorecard';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleRun } from '../../dev/exampleRun';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { refusal } from '../../dev/refusal';
import { RunDialog, type RunDialogProps } from './RunDialog';

const inference = exampleRun.plan.probes[0];
const database: Plan['probes'][number] = {
  ...inference,
  probe: 'database',
  subject: 'database/mlflow',
  address: 'postgres://mlflow-db:5432',
  effect: 'reads',
  max: { ...inference.max, requests: 92, rate: 5, seconds: 20, bytes: 0 },
  warmupSeconds: undefined,
  stopRules: [],
};

async function planRun(request: RunPlanRequest): Promise<Plan> {
  const probes = [inference, database].filter(
    ({ probe }) => request.probes?.includes(probe) ?? true,
  );
  const id = `plan of ${probes.map(({ probe }) => probe).join(' and ')}`;
  return { ...exampleRun.plan, id, probes };
}

function renderDialog(
  answers: Partial<PerformanceApi> = {},
  props: Partial<RunDialogProps> = {},
) {
  const api = exampleApi({ planRun, ...answers });
  renderExample(
    <RunDialog
      entityRef={exampleRun.entityRef}
      title="sluggish-ranker"
      environment="staging"
      isOpen
      onOpenChange={() => {}}
      {...props}
    />,
    api,
  );
}

const startButton = () => screen.findByRole('button', { name: 'Start run' });

describe('RunDialog, plan', () => {
  it('shows where it sends, how long and how much, before anything is sent', async () => {
    const startRun = jest.fn();
    renderDialog({ startRun });
    const dialog = await screen.findByRole('dialog', {
      name: 'Run: sluggish-ranker staging',
    });
    expect(await within(dialog).findByText(inference.address)).toBeVisible();
    expect(within(dialog).getAllByText(inference.allowedBy)).not.toHaveLength(
      0,
    );
    expect(within(dialog).getByText('at most 1 min 25 s')).toBeInTheDocument();
    expect(
      within(dialog).getByText('at most 6,592 requests'),
    ).toBeInTheDocument();
    const table = within(dialog).getByRole('table', {
      name: 'Probes of this plan',
    });
    expect(
      within(table).getByRole('row', { name: /Inference.*load.*100\s?req/ }),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText(/Stops when more than 50 %/),
    ).toBeInTheDocument();
    expect(startRun).not.toHaveBeenCalled();
    await waitFor(async () => expect(await startButton()).toHaveFocus());
    expect(await findViolations(dialog)).toEqual([]);
  });

  it('plans again without a probe that is left out, and runs that plan', async () => {
    const startRun = jest.fn(async () => exampleRun);
    renderDialog({ startRun });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Use Inference' }),
    );
    expect(await screen.findByText('at most 92 requests')).toBeInTheDocument();
    expect(screen.queryByText(inference.address)).not.toBeInTheDocument();
    await waitFor(async () => expect(await startButton()).toBeEnabled());
    await userEvent.click(await startButton());
    expect(startRun).toHaveBeenCalledWith(
      { planId: 'plan of database' },
      { idempotencyKey: 'plan of database' },
    );
  });

  it('starts nothing when every probe is left out', async () => {
    renderDialog();
    for (const probe of ['Inference', 'Database']) {
      await userEvent.click(
        await screen.findByRole('checkbox', { name: `Use ${probe}` }),
      );
    }
    expect(
      await screen.findByText('Nothing is left to run. Switch a probe on.'),
    ).toBeInTheDocument();
    expect(await startButton()).toBeDisabled();
  });

  it('asks for the typed name before it loads production', async () => {
    const startRun = jest.fn(async () => exampleRun);
    renderDialog({
      startRun,
      planRun: async () => ({
        ...exampleRun.plan,
        environment: 'production',
        confirm: 'sluggish-ranker',
      }),
    });
    const start = await screen.findByRole('button', {
      name: 'Start run in production',
    });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus(),
    );
    const field = screen.getByRole('textbox', {
      name: 'Type sluggish-ranker to allow it',
    });
    await userEvent.type(field, 'sluggish-rank');
    expect(screen.getByText('2 letters to go')).toBeInTheDocument();
    expect(start).toBeDisabled();
    await userEvent.type(field, 'er');
    await userEvent.click(start);
    expect(startRun).toHaveBeenCalledWith(
      { planId: 'plan-1', confirm: 'sluggish-ranker' },
      { idempotencyKey: 'plan-1' },
    );
  });

  it('says what refuses a plan and what to do', async () => {
    renderDialog({
      planRun: async () => ({
        ...exampleRun.plan,
        refusals: [
          { code: 'killed', message: 'Paused for maintenance' },
          { code: 'address-not-allowed', message: 'It is on no list' },
        ],
      }),
    });
    expect(
      await screen.findByText('Runs are switched off'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Paused for maintenance\. /)).toBeInTheDocument();
    expect(
      screen.getByText(/performance\.inference\.allow/),
    ).toBeInTheDocument();
    expect(await startButton()).toBeDisabled();
  });

  it.each([
    [403, 'You may not start runs here'],
    [404, 'This entity is not found here'],
  ])('explains an answer of %d', async (status, title) => {
    renderDialog({
      planRun: async () => {
        throw refusal({ status });
      },
    });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Start run' }),
    ).not.toBeInTheDocument();
  });

  it('makes the plan again after a failure', async () => {
    const planned = jest
      .fn(planRun)
      .mockRejectedValueOnce(refusal({ status: 503, message: 'No database' }));
    renderDialog({ planRun: planned });
    expect(
      await screen.findByText('No database. Nothing was sent.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await startButton()).toBeEnabled();
  });
});
