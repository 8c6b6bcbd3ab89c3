import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { cardMessages } from './translation/card';
import { chartMessages } from './translation/chart';
import { pageMessages } from './translation/page';
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
  },
});
