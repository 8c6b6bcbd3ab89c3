import type { ApiHolder } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { performanceApiRef } from '../api/performanceApiRef';
import { performanceTranslationRef } from '../translation';
import { formMessages } from '../translation/form';
import { problemText } from './problemText';
import { generatorId, isComplete, requestOf, type Tuning } from './tuning';

/**
 * Lets the form go on only when the backend can make what it describes; else the backend's words stand in the form.
 *
 * @throws Error when the portal has no client of the performance backend; the form shows it and stays.
 */
export async function validateTuning(
  tuning: Tuning,
  field: { addError(message: string): void },
  context: { apiHolder: ApiHolder },
): Promise<void> {
  const { apiHolder } = context;
  if (!isComplete(tuning)) {
    field.addError(incompleteText(apiHolder));
    return;
  }
  const performance = apiHolder.get(performanceApiRef);
  if (!performance) throw new Error('plugin.performance.client is missing');
  try {
    const request = requestOf(tuning);
    const { remedy } = await performance.generate(generatorId, request);
    if (remedy?.cannot) field.addError(remedy.cannot);
  } catch (error) {
    field.addError(problemText(error as Error));
  }
}

function incompleteText(apiHolder: ApiHolder): string {
  const translation = apiHolder
    .get(translationApiRef)
    ?.getTranslation(performanceTranslationRef);
  return translation?.ready
    ? translation.t('form.incomplete')
    : formMessages.incomplete;
}
