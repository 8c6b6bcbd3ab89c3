import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { performanceTranslationRef } from '../translation';

/** The function that looks a text up. */
export type Translate = TranslationFunction<typeof performanceTranslationRef.T>;

/** The texts of this plugin in the reader's language. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(performanceTranslationRef);
}
