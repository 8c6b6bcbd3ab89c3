import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Report } from '@dynoscope/scorecard';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleReport } from '../../dev/exampleReport';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { refusal } from '../../dev/refusal';
import { downloadText } from './downloadText';
import { ReportPage } from './ReportPage';

jest.mock('./downloadText', () => ({ downloadText: jest.fn() }));

const command = 'dynoscope bench -z 60s -c 10 http://ranker/v1:predict';
const report: Report = {
  ...exampleReport,
  commands: [{ subject: 'endpoint/sluggish-ranker', command }],
  notes: ['The address was pinned.'],
  fingerprint: {
    collectedBy: 'portal',
    modelUri: 's3://models/ranker',
    resources: { limits: { cpu: '2', memory: '4Gi' } },
  },
};
const hostile = `<script>window.stolen = 1</script><img src=x onerror="window.stolen = 1"> \u202e${'x'.repeat(
  10_000,
)}`;

function renderReport(
  document: unknown = report,
  answers: Partial<PerformanceApi> = {},
) {
  return renderExample(
    <ReportPage reportId="report-187" />,
    exampleApi({ getReport: async () => document as Report, ...answers }),
  );
}

const region = (name: string) => screen.findByRole('region', { name });

beforeEach(() => {
  jest.mocked(downloadText).mockClear();
});

describe('ReportPage', () => {
  it('says the finding, the score, the validity and every outcome', async () => {
    renderReport();
    const summary = await region('Summary');
    expect(
      within(summary).getByRole('heading', {
        name: 'One request in a hundred takes too long',
      }),
    ).toBeInTheDocument();
    expect(within(summary).getByText('Score 34 of 100')).toBeInTheDocument();
    expect(within(summary).getByText('Valid run')).toBeInTheDocument();
    const table = within(summary).getByRole('table', {
      name: 'Outcomes of this run',
    });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(
      report.outcomes.filter(({ status }) => status !== 'not-applicable')
        .length,
    );
    expect(rows[0]).toHaveTextContent(
      /Fail.*P99 latency.*412\s?ms.*396–431.*< 100\s?ms.*312 % over/,
    );
    expect(
      within(table).getByText('needs 296 more requests without an error'),
    ).toBeInTheDocument();
    expect(
      within(summary).getByText(/not a language model/),
    ).toBeInTheDocument();
  });

  it('puts the numbers beside the latency curve', async () => {
    renderReport();
    const latency = await region('Latency by percentile');
    expect(
      within(latency).getByRole('img', { name: /P99 412 ms/ }),
    ).toBeInTheDocument();
    expect(
      within(latency).getByRole('row', { name: 'P99 412 396–431 88' }),
    ).toBeInTheDocument();
    expect(within(latency).getByText(/2 requests failed/)).toBeInTheDocument();
  });

  it('names what was measured, how, and with which certainty', async () => {
    renderReport();
    expect(await region('Environment')).toHaveTextContent(
      'limits.cpu 2, limits.memory 4Gi',
    );
    const method = await region('How it was measured');
    expect(method).toHaveTextContent(/Inference load on endpoint/);
    expect(method).toHaveTextContent(command);
    const measurements = await region('Measurements');
    expect(
      within(measurements).getByRole('row', {
        name: /inference\.latency P99.*412.*396–431.*6,000.*closed loop.*100/,
      }),
    ).toBeInTheDocument();
    expect(await region('Notes')).toHaveTextContent('The address was pinned.');
  });

  it('leaves out what it has no data for', async () => {
    renderReport({
      ...report,
      evidence: [],
      notes: [],
      commands: [],
      causes: [],
      remedies: [],
    });
    const contents = await screen.findByRole('navigation', {
      name: 'In this report',
    });
    expect(
      within(contents)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual(['#summary', '#environment', '#method', '#measurements']);
    expect(
      screen.queryByRole('region', { name: 'Latency by percentile' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText('No command repeats this run outside the portal.'),
    ).toBeInTheDocument();
  });

  it('leads from each line of the contents to a part of the report', async () => {
    const { container } = renderReport();
    const contents = await screen.findByRole('navigation', {
      name: 'In this report',
    });
    const links = within(contents).getAllByRole('link');
    expect(links).toHaveLength(9);
    links.forEach(link =>
      expect(
        container.querySelector(link.getAttribute('href')!),
      ).toBeInTheDocument(),
    );
  });

  it('has no accessibility violation', async () => {
    const { container } = renderReport();
    await region('Summary');
    expect(await findViolations(container)).toEqual([]);
  });

  it('copies the command', async () => {
    const user = userEvent.setup();
    const writeText = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValueOnce(new Error('not allowed'))
      .mockResolvedValueOnce();
    renderReport();
    const button = await screen.findByRole('button', { name: 'Copy command' });
    await user.click(button);
    expect(
      await screen.findByText('Not copied. Select the text and copy it.'),
    ).toBeInTheDocument();
    await user.click(button);
    expect(writeText).toHaveBeenLastCalledWith(command);
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
  });

  it('exports its document and the markdown of the backend', async () => {
    renderReport(report, { getReportMarkdown: async () => '# Report' });
    const exported = async (item: string) => {
      await userEvent.click(
        await screen.findByRole('button', { name: 'Export' }),
      );
      await userEvent.click(
        await screen.findByRole('menuitem', { name: item }),
      );
      await waitFor(() => expect(downloadText).toHaveBeenCalled());
      const [file] = jest.mocked(downloadText).mock.calls[0];
      jest.mocked(downloadText).mockClear();
      return file;
    };
    const json = await exported('JSON, complete (.json)');
    expect(json.name).toBe('report-report-187.json');
    expect(JSON.parse(json.text)).toEqual(report);
    const markdown = await exported('Markdown (.md)');
    expect(markdown).toMatchObject({ text: '# Report', type: 'text/markdown' });
  });

  it('fetches evidence with the permission of the reader', async () => {
    const getEvidence = jest
      .fn()
      .mockRejectedValueOnce(refusal({ status: 404 }))
      .mockResolvedValueOnce({ raw: true });
    renderReport(report, { getEvidence });
    const button = await screen.findByRole('button', {
      name: 'Download Load on sluggish-ranker',
    });
    await userEvent.click(button);
    expect(
      await screen.findByText('Not there any more, or you may not read it.'),
    ).toBeInTheDocument();
    expect(downloadText).not.toHaveBeenCalled();
    await userEvent.click(button);
    await waitFor(() => expect(downloadText).toHaveBeenCalled());
    expect(getEvidence).toHaveBeenCalledWith('report-187', 'evidence-1');
  });

  it('shows text of a target as text only', async () => {
    const { container } = renderReport({
      ...report,
      notes: [hostile],
      commands: [{ subject: hostile, command: hostile }],
      fingerprint: { collectedBy: hostile, image: hostile },
      evidence: report.evidence.map(item => ({ ...item, title: hostile })),
      outcomes: report.outcomes.map(outcome => ({
        ...outcome,
        title: hostile,
        reason: hostile,
        needs: hostile,
      })),
      score: { ...report.score, summary: { title: hostile, text: hostile } },
    });
    await region('Summary');
    expect(container).toHaveTextContent('<script>window.stolen = 1</script>');
    expect(container.querySelector('script, img[src]')).toBeNull();
    expect(window).not.toHaveProperty('stolen');
  });
});
