import type { Outcome, Remedy, RemedyRecord } from '@dynoscope/scorecard';
import { formatValue } from '@dynoscope/scorecard/format';
import styles from '../foundations/foundations.module.css';
import { metricName } from '../foundations/metricName';
import { rangeText } from '../foundations/rangeText';
import { useTranslation } from '../translation/useTranslation';
import { changeText } from './changeText';
import { recordText } from './recordText';

/** What a remedy changes, what it promises, what it costs, and how it fared before. */
export function RemedyFacts(props: {
  remedy: Remedy;
  outcome?: Outcome;
  record?: RemedyRecord;
}) {
  const { remedy, outcome, record } = props;
  const { t } = useTranslation();
  const promises = [remedy.expected, ...(remedy.alsoExpected ?? [])].flatMap(
    expected => expected ?? [],
  );
  const facts: [string, string | undefined, string?][] = [
    ...remedy.changes.map((change): [string, string, string?] => [
      change.label,
      changeText(change, t),
      change.consequence,
    ]),
    ...promises.map((expected): [string, string, string?] => [
      t('remedy.expected', { name: metricName(expected) }),
      rangeText(expected, expected.unit),
      isJudged(expected) && outcome?.value !== undefined
        ? t('remedy.now', { value: formatValue(outcome.value, outcome.unit) })
        : undefined,
    ]),
    [t('remedy.costs'), remedy.cost],
    [
      t('remedy.record'),
      remedy.cannot === undefined ? recordText(record, t) : undefined,
    ],
  ];
  return (
    <dl className={`${styles.facts} ${styles.numeric}`}>
      {facts.map(
        ([name, text, remark]) =>
          text && (
            <div key={name} className={styles.pair}>
              <dt>{name}</dt>
              <dd>
                <span className={remark ? styles.strong : undefined}>
                  {text}
                </span>
                {remark && <span className={styles.muted}> {remark}</span>}
              </dd>
            </div>
          ),
      )}
    </dl>
  );

  function isJudged(expected: { metric: string; statistic: string }): boolean {
    return (
      expected.metric === outcome?.metric &&
      expected.statistic === outcome.statistic
    );
  }
}
