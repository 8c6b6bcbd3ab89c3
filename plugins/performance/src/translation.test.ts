import { statuses, categories } from '@dynoscope/scorecard';
import { translate } from '../dev/translate';
import { cardMessages } from './translation/card';
import { chartMessages } from './translation/chart';
import { compareMessages } from './translation/compare';
import { experimentMessages } from './translation/experiment';
import { formMessages } from './translation/form';
import { lintMessages } from './translation/lint';
import { pageMessages } from './translation/page';
import { remedyMessages } from './translation/remedy';
import { reportMessages } from './translation/report';
import { runMessages } from './translation/run';
import { scorecardMessages } from './translation/scorecard';
import { tabMessages } from './translation/tab';
import { wordMessages } from './translation/words';

type Messages = { [key: string]: string | Messages };

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[`${prefix}${key}`, text] as [string, string]]
      : flatten(text, `${prefix}${key}.`),
  );
}

const texts = flatten({
  ...wordMessages,
  card: cardMessages,
  chart: chartMessages,
  compare: compareMessages,
  experiment: experimentMessages,
  form: formMessages,
  lint: lintMessages,
  page: pageMessages,
  remedy: remedyMessages,
  report: reportMessages,
  run: runMessages,
  scorecard: scorecardMessages,
  tab: tabMessages,
});

describe('performanceTranslationRef', () => {
  it('has a word for every outcome and every category', () => {
    for (const status of statuses) {
      expect(translate(`status.${status}`)).not.toContain('.');
      expect(translate(`counted.${status}`, { number: '3' })).toMatch(/^3 /);
    }
    for (const category of categories) {
      expect(translate(`category.${category}`)).not.toContain('.');
    }
  });

  it('has both forms of every plural', () => {
    const keys = new Set(texts.map(([key]) => key));
    const forms = [...keys].filter(key => /_(one|other)$/.test(key));
    for (const form of forms) {
      const stem = form.replace(/_(one|other)$/, '');
      expect(keys).toContain(`${stem}_one`);
      expect(keys).toContain(`${stem}_other`);
    }
  });

  it('speaks plainly: no exclamation marks, no please', () => {
    const loud = texts.filter(([, text]) => /!|\bplease\b|oops/i.test(text));
    expect(loud).toEqual([]);
  });
});
