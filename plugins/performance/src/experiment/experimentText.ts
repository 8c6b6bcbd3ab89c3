import type { Experiment } from '@dynoscope/scorecard';
import { formatValue } from '@dynoscope/scorecard/format';
import { metricName } from '../foundations/metricName';
import { rangeText } from '../foundations/rangeText';
import type { Translate } from '../translation/useTranslation';
import { experimentState } from './experimentState';

/** The verdict, or how far the experiment is, as a word. */
export function experimentStateText(
  experiment: Experiment,
  t: Translate,
): string {
  const { verdict } = experiment;
  return verdict
    ? t(`experiment.verdict.${verdict}`)
    : t(`experiment.state.${experimentState(experiment)}`);
}

/** `P50 latency 103 ms → 9.8 ms, promised 7–15 ms`. */
export function experimentLine(experiment: Experiment, t: Translate): string {
  const { before, after } = experiment;
  const words = promiseWords(experiment);
  const values = {
    ...words,
    before: valueText(before.value, experiment),
  };
  return after?.value === undefined
    ? t('experiment.linePromise', values)
    : t('experiment.line', {
        ...values,
        after: valueText(after.value, experiment),
      });
}

/** What there is to say of an experiment, in one sentence. */
export function experimentSentence(
  experiment: Experiment,
  t: Translate,
): string | undefined {
  const { verdict, after } = experiment;
  const words = promiseWords(experiment);
  if (verdict) {
    return t(`experiment.verdictText.${verdict}`, {
      ...words,
      after: valueText(after?.value, experiment),
    });
  }
  const state = experimentState(experiment);
  return state === 'measured' || state === 'undone'
    ? undefined
    : t(`experiment.text.${state}`, words);
}

function promiseWords({ expected }: Experiment) {
  return {
    name: metricName(expected),
    promise: rangeText(expected, expected.unit),
  };
}

function valueText(value: number | undefined, { expected }: Experiment) {
  return value === undefined ? '–' : formatValue(value, expected.unit);
}
