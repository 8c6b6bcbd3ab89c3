import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
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

/**
 * Every text of this plugin, for translation into other languages.
 *
 * @public
 */
export const performanceTranslationRef = createTranslationRef({
  id: 'plugin.performance',
  messages: {
    ...wordMessages,
    scorecard: scorecardMessages,
    card: cardMessages,
    tab: tabMessages,
    chart: chartMessages,
    page: pageMessages,
    run: runMessages,
    report: reportMessages,
    remedy: remedyMessages,
    experiment: experimentMessages,
    compare: compareMessages,
    form: formMessages,
    lint: lintMessages,
  },
});
