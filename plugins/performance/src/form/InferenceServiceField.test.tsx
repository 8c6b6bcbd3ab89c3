import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { GenerateRequest } from '@dynoscope/scorecard';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleMiss, ExampleForm } from '../../dev/ExampleForm';
import { exampleApi } from '../../dev/exampleApi';
import {
  exampleGenerated,
  exampleNewService,
} from '../../dev/exampleGenerated';
import { findViolations } from '../../dev/findViolations';
import { refusal } from '../../dev/refusal';
import { renderExample } from '../../dev/renderExample';
import type { Tuning } from './tuning';

type Generate = PerformanceApi['generate'];

function renderForm(tuning: Tuning | undefined, generate: Generate) {
  const onChange = jest.fn<void, [Tuning | undefined]>();
  const rendered = renderExample(
    <ExampleForm tuning={tuning} onChange={onChange} />,
    exampleApi({ generate }),
  );
  return { ...rendered, onChange };
}

const answered = () =>
  jest.fn<ReturnType<Generate>, Parameters<Generate>>(
    async () => exampleGenerated,
  );
const requests = (generate: jest.Mock) =>
  generate.mock.calls.map(([, request]) => request as GenerateRequest);
const computed = () =>
  screen.findByRole('article', { name: 'Computed values' });

describe('the form of a fix', () => {
  it('shows each input with its source, and what follows from it', async () => {
    const generate = answered();
    const { container } = renderForm(exampleMiss, generate);
    const panel = await computed();
    expect(await within(panel).findByText('maxLatency')).toBeInTheDocument();
    expect(panel).toHaveTextContent('was 100 ms → 5 ms');
    expect(panel).toHaveTextContent('100 ms × 0.07 − 2.1 ms = 4.9 ms');
    expect(panel).toHaveTextContent('A request waits at most 5 ms for others.');
    expect(panel).toHaveTextContent('Expected P99 latency 7–15');
    expect(panel).toHaveTextContent(
      'The manifest has changed since the report',
    );
    expect(panel).toHaveTextContent(
      'Warningbatcher-never-fillssluggish-ranker/inference-service.yaml, line 6',
    );
    expect(
      within(panel).getByRole('region', { name: /^Preview: sluggish/ }),
    ).toHaveTextContent(/- +maxLatency: 100\+ +maxLatency: 5/);
    expect(
      screen.getByRole('textbox', { name: 'Batch size' }),
    ).toHaveAccessibleDescription('manifest');
    expect(screen.getByRole('textbox', { name: 'maxLatency' })).toHaveValue(
      '5',
    );
    expect(
      screen.getByRole('list', { name: 'Where the numbers come from' }),
    ).toHaveTextContent('Users at a time 10measured in this run');
    expect(requests(generate)).toEqual([exampleMiss]);
    expect(await findViolations(container)).toEqual([]);
  });

  it('says of an unknown input that it is not measured, and that nothing is computed from it', async () => {
    renderForm(exampleMiss, answered());
    const panel = await computed();
    expect(await within(panel).findByText('not computed')).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'Peak rate' });
    expect(field).toHaveValue('');
    expect(field).toHaveAccessibleDescription(
      'not measured Not measured yet. Run the probe, or enter it.',
    );
  });

  it('makes an input the reader’s own, asks once a moment later, and gives the computed value back', async () => {
    const generate = answered();
    const { onChange } = renderForm(exampleMiss, generate);
    const field = await screen.findByRole('textbox', { name: 'maxLatency' });
    await userEvent.clear(field);
    await userEvent.type(field, '12');
    expect(field).toHaveAccessibleDescription('yours');
    expect(onChange).toHaveBeenLastCalledWith({
      ...exampleMiss,
      options: { maxLatency: 12 },
    });
    await waitFor(() =>
      expect(requests(generate).at(-1)).toEqual({
        ...exampleMiss,
        options: { maxLatency: 12 },
      }),
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'maxLatency: back to the computed value',
      }),
    );
    expect(onChange).toHaveBeenLastCalledWith(exampleMiss);
    expect(field).toHaveAccessibleDescription('measured');
  });

  it('keeps the last answer while the next is on its way or refused, and shows the refusal', async () => {
    let refuse: (error: Error) => void = () => {};
    const generate = jest
      .fn<ReturnType<Generate>, Parameters<Generate>>()
      .mockResolvedValueOnce(exampleGenerated)
      .mockImplementation(
        () => new Promise((_resolve, reject) => (refuse = reject)),
      );
    renderForm(exampleMiss, generate);
    const panel = await computed();
    const field = await screen.findByRole('textbox', { name: 'maxLatency' });
    await userEvent.type(field, 'x');
    expect(panel).toHaveTextContent('Computing');
    expect(panel).toHaveTextContent('A request waits at most 5 ms for others.');
    await waitFor(() => expect(generate).toHaveBeenCalledTimes(2));
    // What is no number is handed over as it was typed: the backend names the field.
    expect(requests(generate)[1].options).toEqual({ maxLatency: '5x' });
    const message =
      'options.maxLatency: "5x" is no whole number from 1 to 60000';
    act(() => refuse(refusal({ status: 400, message })));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(panel).toHaveTextContent('A request waits at most 5 ms for others.');
  });

  it('says when nothing can be computed', async () => {
    const remedy = { ...exampleGenerated.remedy!, cannot: 'No manifest.' };
    renderForm(exampleMiss, async () => ({ ...exampleGenerated, remedy }));
    expect(
      await screen.findByText('It cannot be computed'),
    ).toBeInTheDocument();
    expect(screen.getByText('No manifest.')).toBeInTheDocument();
  });
});

describe('the form of a new service', () => {
  it('starts with defaults and asks nothing before there is a name', async () => {
    const generate = answered();
    const { container, onChange } = renderForm(undefined, generate);
    expect(
      await screen.findByText(/^Values appear here when/),
    ).toBeInTheDocument();
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('combobox', { name: 'Latency class' })).toHaveValue(
      'small',
    );
    expect(
      screen.getByRole('textbox', { name: 'Model format' }),
    ).toHaveAccessibleDescription('default');
    expect(
      screen.queryByRole('textbox', { name: 'Batch size, at most' }),
    ).toBeNull();
    expect(generate).not.toHaveBeenCalled();
    expect(await findViolations(container)).toEqual([]);
  });

  it('hands over what was typed and leaves the rest to the generator', async () => {
    const generate = jest.fn<ReturnType<Generate>, Parameters<Generate>>(
      async () => exampleNewService,
    );
    const { container, onChange } = renderForm(undefined, generate);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name' }),
      'wine-quality',
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /^Collect requests/ }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Batch size, at most' }),
      '8',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Replicas, at most' }),
      '4',
    );
    // What the chosen form does not have is neither shown nor handed over.
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Autoscaling' }),
      'none',
    );
    expect(
      screen.queryByRole('textbox', { name: 'Replicas, at most' }),
    ).toBeNull();
    await waitFor(() =>
      expect(requests(generate).at(-1)).toEqual({
        options: {
          name: 'wine-quality',
          latencyClass: 'small',
          profile: 'cpu',
          modelFormat: 'onnx',
          protocolVersion: 'v1',
          autoscaling: { form: 'none' },
          batcher: { enabled: true, maxBatchSize: 8 },
        },
      }),
    );
    expect(
      await screen.findByRole('region', {
        name: 'Preview: wine-quality/inference-service.yaml',
      }),
    ).toHaveTextContent('name: wine-quality');
    const replicas = screen.getByRole('textbox', {
      name: 'Replicas, at least',
    });
    expect(replicas).toHaveValue('1');
    expect(replicas).toHaveAccessibleDescription('default');
    expect(screen.getByText('Lint: no findings.')).toBeInTheDocument();
    await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }));
    expect(onChange.mock.lastCall?.[0]?.options).not.toHaveProperty('name');
    expect(await findViolations(container)).toEqual([]);
  });
});
