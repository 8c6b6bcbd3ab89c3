import type { Remedy } from '@dynoscope/scorecard';
import { describeChange } from './describeChange';

const hostile = '| <img src=x> [a](javascript:b) @all `c` ```\n# big';

describe('describeChange', () => {
  const remedy: Remedy = {
    id: 'batcher-wait',
    checkId: 'inference-latency-p50',
    subject: 'endpoint/ranker',
    title: 'Wait 4 ms instead of 100 ms',
    arithmetic: ['(50 − 1) ÷ 10 = 4.9'],
    inputs: [],
    changes: [],
    expected: {
      metric: 'inference.latency',
      statistic: 'p50',
      lower: 4.123,
      upper: 9,
      unit: 'ms',
    },
    cost: 'Smaller batches.',
  };
  const values = [
    {
      path: '/spec/predictor/batcher/maxLatency',
      label: 'Longest wait',
      was: 100,
      value: 4,
      unit: 'ms',
      arithmetic: '4.9 rounded down',
    },
    { path: '/spec/predictor/batcher/maxBatchSize', label: 'Size', was: 32 },
  ];

  it('says what changes, why, and what is promised', () => {
    const text = describeChange({
      title: remedy.title,
      values,
      remedy,
      warnings: ['Look here'],
      reportUrl: 'http://portal/performance/reports/1',
    });
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        '## Wait 4 ms instead of 100 ms',
        '| Longest wait (/spec/predictor/batcher/maxLatency) | 100 ms | 4 ms | 4.9 rounded down |',
        '| Size (/spec/predictor/batcher/maxBatchSize) | 32 | taken out |  |',
        '(50 − 1) ÷ 10 = 4.9',
        '- Latency (P50): 4.12–9 ms',
        '**Cost:** Smaller batches.',
        '- Look here',
      ]),
    );
    expect(text).toContain(
      '[this report](http://portal/performance/reports/1)',
    );
  });

  it('lets no text become markup', () => {
    const text = describeChange({
      title: hostile,
      text: hostile,
      values: [
        { path: hostile, label: hostile, value: hostile, arithmetic: hostile },
      ],
      remedy: { ...remedy, arithmetic: [hostile], cost: hostile },
      warnings: [hostile],
    });
    const outside = text.replace(/^(`{3,})\n[^]*?\n\1$/m, '');
    expect(outside).not.toMatch(
      /<img|(?<!\\)\]\(|(?<!\\)`|(?<!\\)@all|^# big/m,
    );
    const rows = outside.split('\n').filter(line => line.startsWith('|'));
    expect(rows).toHaveLength(3);
    expect(rows[2].split(/(?<!\\)\|/)).toHaveLength(6);
  });
});
