import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Experiment } from '@dynoscope/scorecard';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import {
  exampleExperiment,
  exampleExperiments,
} from '../../dev/exampleExperiment';
import { findViolations } from '../../dev/findViolations';
import { refusal } from '../../dev/refusal';
import { renderExample } from '../../dev/renderExample';
import { ExperimentPanel } from './ExperimentPanel';

function renderPanel(
  experiment: Experiment,
  options: Partial<Parameters<typeof ExperimentPanel>[0]> = {},
  answers: Partial<PerformanceApi> = {},
) {
  const onChanged = jest.fn();
  const onShowRun = jest.fn();
  const rendered = renderExample(
    <ExperimentPanel
      experiment={experiment}
      isProduction={false}
      mayChange
      onShowRun={onShowRun}
      onChanged={onChanged}
      {...options}
    />,
    exampleApi(answers),
  );
  return { ...rendered, onChanged, onShowRun };
}

const button = (name: string) => screen.findByRole('button', { name });

describe('ExperimentPanel', () => {
  it.each([
    ['kept', 'Kept', 'P99 latency is 10.8 ms, inside the promised 7–15 ms.'],
    ['exceeded', 'Exceeded', 'is 5.2 ms, better than the promised 7–15 ms.'],
    ['missed', 'Missed', 'is 415 ms, outside the promised 7–15 ms.'],
    ['unclear', 'Unclear', 'cannot be told from this measurement.'],
    ['proposed', 'Proposed', 'not in force yet. It promises P99 latency of'],
    ['waiting', 'Waiting', 'The target rests until 14:46 UTC'],
    ['measuring', 'Measuring', 'The same plan is being measured again.'],
    ['abandoned', 'Abandoned', 'It was ended without a verdict.'],
    ['undone', 'Kept', 'Undone 23 Nov 2026, 14:40 UTC.'],
  ])('says in words and without barriers: %s', async (name, label, text) => {
    const { container } = renderPanel(exampleExperiments[name]);
    expect(await screen.findByText(label)).toBeInTheDocument();
    expect(container).toHaveTextContent(text);
    expect(await findViolations(container)).toEqual([]);
  });

  it('draws before, after and the promise on one scale, with the same numbers as a table', async () => {
    renderPanel(exampleExperiment);
    expect(
      await screen.findByRole('img', { name: /^P99/ }),
    ).toHaveAccessibleName(
      'P99 latency before and after. Before 412 ms, interval 396 to 431 ms; After 10.8 ms, interval 10.1 to 11.6 ms; promised 7–15 ms.'.replace(
        / ms/g,
        '\u202fms',
      ),
    );
    const rows = within(
      screen.getByRole('table', { hidden: true }),
    ).getAllByRole('row', { hidden: true });
    expect(rows.map(row => row.textContent)).toEqual([
      'MeasuredValue95 % intervalRequestsWhen, UTCValidity',
      'Before412\u202fms396–4316,00023 Nov 2026, 08:32 UTCValid',
      'After10.8\u202fms10.1–11.66,00023 Nov 2026, 14:32 UTCValid',
      'promised–7–15–––',
    ]);
    expect(
      screen.getByText(/^−401.ms, 95 % interval −420.ms to −385.ms$/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Compare the reports' }),
    ).toHaveAttribute('href', '/performance/compare/report-187/report-188');
  });

  it('undoes after a question', async () => {
    const undoExperiment = jest.fn(async () => exampleExperiments.undone);
    const { onChanged } = renderPanel(
      exampleExperiment,
      {},
      { undoExperiment },
    );
    await userEvent.click(await button('Undo'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('byte for byte');
    expect(await findViolations(dialog)).toEqual([]);
    expect(undoExperiment).not.toHaveBeenCalled();
    await userEvent.click(await button('Undo the change'));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(undoExperiment).toHaveBeenCalledWith('experiment-7');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says that nothing was undone when a file has changed since', async () => {
    const message = 'sluggish-ranker/inference-service.yaml has changed';
    const { onChanged } = renderPanel(
      exampleExperiment,
      {},
      {
        undoExperiment: async () => {
          throw refusal({ status: 409, message });
        },
      },
    );
    await userEvent.click(await button('Undo'));
    await userEvent.click(await button('Undo the change'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was undone: the files have');
    expect(alert).toHaveTextContent(message);
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('measures again at once where nobody can be hurt, and says what was refused', async () => {
    const measureExperiment = jest
      .fn<Promise<Experiment>, [string, object?]>()
      .mockRejectedValueOnce(
        refusal({ status: 409, message: 'a run is going on' }),
      )
      .mockResolvedValueOnce(exampleExperiments.waiting);
    const { onChanged } = renderPanel(
      exampleExperiments.missed,
      {},
      { measureExperiment },
    );
    await userEvent.click(await button('Measure again'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It could not be measured.a run is going on',
    );
    await userEvent.click(await button('Measure again'));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(measureExperiment).toHaveBeenLastCalledWith('experiment-7', {});
  });

  it('measures in production only after the name was typed', async () => {
    const measureExperiment = jest.fn(async () => exampleExperiments.waiting);
    renderPanel(
      exampleExperiments.waiting,
      { isProduction: true },
      { measureExperiment },
    );
    await userEvent.click(await button('Measure again'));
    const start = await button('Start run in production');
    expect(start).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox'), 'sluggish-ranker');
    expect(start).toBeEnabled();
    await userEvent.click(start);
    await waitFor(() =>
      expect(measureExperiment).toHaveBeenCalledWith('experiment-7', {
        confirm: 'sluggish-ranker',
      }),
    );
  });

  it('ends an experiment without a verdict after a question', async () => {
    const abandonExperiment = jest.fn(async () => exampleExperiments.abandoned);
    const { onChanged } = renderPanel(
      exampleExperiments.proposed,
      {},
      { abandonExperiment },
    );
    await userEvent.click(await button('Abandon'));
    await userEvent.click(await button('Abandon it'));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(abandonExperiment).toHaveBeenCalledWith('experiment-7');
  });

  it('leads to the progress of the run that measures it', async () => {
    const { onShowRun } = renderPanel(exampleExperiments.measuring);
    await userEvent.click(await button('Show progress'));
    expect(onShowRun).toHaveBeenCalledWith('r-188');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Measure again' })).toBeNull();
  });

  it('offers nothing to a reader who may change nothing', async () => {
    renderPanel(exampleExperiment, { mayChange: false });
    expect(await screen.findByText('Kept')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['https://github.example.com/search/ranker/pull/12', true],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', false],
  ])('links a pull request only to the web: %s', async (reference, isLink) => {
    renderPanel({
      ...exampleExperiments.proposed,
      change: { kind: 'pull-request', reference },
    });
    expect(await screen.findByText(`pull request ${reference}`)).toBeVisible();
    expect(screen.queryAllByRole('link')).toHaveLength(isLink ? 1 : 0);
  });
});
