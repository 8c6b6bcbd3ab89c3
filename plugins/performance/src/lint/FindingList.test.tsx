import type { Finding } from '@dynoscope/scorecard';
import { screen } from '@testing-library/react';
import { exampleApi } from '../../dev/exampleApi';
import { exampleGenerated } from '../../dev/exampleGenerated';
import { findViolations } from '../../dev/findViolations';
import { renderExample } from '../../dev/renderExample';
import { FindingList } from './FindingList';

const [warning] = exampleGenerated.findings;

function renderFindings(findings: Finding[]) {
  return renderExample(<FindingList findings={findings} />, exampleApi());
}

describe('FindingList', () => {
  it('lists findings, the most serious first, each with rule, place and reason', async () => {
    const { container } = renderFindings([
      {
        ...warning,
        severity: 'info',
        ruleId: 'kserve-deployment-mode-implicit',
      },
      warning,
      {
        ...warning,
        severity: 'error',
        ruleId: 'hpa-target-not-scalable',
        message: '<b>no scale</b>',
      },
    ]);
    const items = await screen.findAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringMatching(/^Errorhpa-target-not-scalable.*<b>no scale<\/b>/),
      'Warningbatcher-never-fillssluggish-ranker/inference-service.yaml, line 610 users never fill a batch of 32.Every request waits the whole batch wait.Guide: Batching Configuration',
      expect.stringMatching(/^Infokserve-deployment-mode-implicit/),
    ]);
    expect(await findViolations(container)).toEqual([]);
  });

  it('says that there is nothing to say', async () => {
    renderFindings([]);
    expect(await screen.findByText('Lint: no findings.')).toBeInTheDocument();
    expect(screen.queryByRole('list')).toBeNull();
  });
});
