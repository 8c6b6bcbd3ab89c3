import { mockApis } from '@backstage/frontend-test-utils';
import { performanceTranslationRef } from '../src/translation';
import type { Translate } from '../src/translation/useTranslation';

const snapshot = mockApis
  .translation()
  .getTranslation(performanceTranslationRef);
if (!snapshot.ready) {
  throw new Error('the English texts are there from the start');
}

/** Looks English texts up, for tests of functions that put something into words. */
export const translate: Translate = snapshot.t;
