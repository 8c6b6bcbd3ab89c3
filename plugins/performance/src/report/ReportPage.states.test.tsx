import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Report } from '@dynoscope/scorecard';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleApi } from '../../dev/exampleApi';
import { exampleReport as report } from '../../dev/exampleReport';
import { renderExample } from '../../dev/renderExample';
import { refusal } from '../../dev/refusal';
import { downloadText } from './downloadText';
import { ReportPage } from './ReportPage';

jest.mock('./downloadText', () => ({ downloadText: jest.fn() }));

function renderReport(answers: Partial<PerformanceApi>) {
  return renderExample(
    <ReportPage reportId="report-187" />,
    exampleApi(answers),
  );
}

beforeEach(() => {
  jest.mocked(downloadText).mockClear();
});

describe('ReportPage without a report', () => {
  it('says nothing about whether there is one where it may not be read', async () => {
    renderReport({
      getReport: async () => {
        throw refusal({ status: 404 });
      },
    });
    expect(
      await screen.findByText('You may not read performance reports here'),
    ).toBeInTheDocument();
  });

  it('asks again after a failure', async () => {
    const getReport = jest
      .fn(async () => report)
      .mockRejectedValueOnce(refusal({ status: 503 }));
    renderReport({ getReport });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Summary' }),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'newer than the page',
      { ...report, schemaVersion: 2 },
      'This report is newer than the page',
    ],
    ['not whole', { ...report, outcomes: null }, 'This report cannot be read'],
    ['no report', 'hello', 'This report cannot be read'],
  ])('offers a document that is %s as it is', async (_, document, title) => {
    renderReport({ getReport: async () => document as Report });
    expect(await screen.findByText(title)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download JSON' }),
    );
    const [file] = jest.mocked(downloadText).mock.calls[0];
    expect(JSON.parse(file.text)).toEqual(document);
  });
});
