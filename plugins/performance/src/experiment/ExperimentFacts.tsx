import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { Experiment } from '@dynoscope/scorecard';
import { formatExactTime } from '@dynoscope/scorecard/format';
import type { ReactNode } from 'react';
import { FactList } from '../foundations/FactList';
import styles from '../foundations/foundations.module.css';
import { signedText } from '../foundations/signedText';
import { changeText } from '../remedy/changeText';
import { recordText } from '../remedy/recordText';
import { compareRouteRef } from '../routes';
import { useTranslation } from '../translation/useTranslation';
import { ChangeReference } from './ChangeReference';

/** What was changed, how, when, and what the verdict rests on. */
export function ExperimentFacts(props: { experiment: Experiment }) {
  const { experiment } = props;
  const { changes, effect, reasons, change, appliedAt, record } = experiment;
  const { baseReportId, candidateReportId } = experiment;
  const { t } = useTranslation();
  const compareLink = useRouteRef(compareRouteRef);
  const facts: [string, ReactNode][] = [
    [
      t('experiment.effect'),
      effect &&
        t('experiment.effectText', {
          value: signedText(effect.value, effect.unit),
          level: '95',
          lower: signedText(effect.lower, effect.unit),
          upper: signedText(effect.upper, effect.unit),
        }),
    ],
    ...changes.map((one): [string, ReactNode] => [
      one.label,
      changeText(one, t),
    ]),
    [t('experiment.change'), <ChangeReference change={change} />],
    [t('experiment.appliedAt'), appliedAt && formatExactTime(appliedAt)],
    [t('remedy.record'), recordText(record, t)],
  ];
  return (
    <>
      <FactList facts={facts} />
      {reasons.length > 0 && (
        <ul
          className={`${styles.small} ${styles.muted}`}
          aria-label={t('experiment.reasons')}
        >
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {candidateReportId && (
        <div>
          <Link
            href={compareLink({
              base: baseReportId,
              candidate: candidateReportId,
            })}
          >
            {t('experiment.compare')}
          </Link>
        </div>
      )}
    </>
  );
}
