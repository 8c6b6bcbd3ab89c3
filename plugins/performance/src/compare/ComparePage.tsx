import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { Comparison } from '@dynoscope/scorecard';
import { formatExactTime } from '@dynoscope/scorecard/format';
import { isHidden } from '../api/responseOf';
import { useComparison } from '../api/useComparison';
import { FailedState } from '../foundations/FailedState';
import report from '../report/Report.module.css';
import { ReportSection } from '../report/ReportSection';
import { ReportSkeleton } from '../report/ReportSkeleton';
import { reportRouteRef } from '../routes';
import { HiddenState } from '../scorecard/HiddenState';
import { useTranslation } from '../translation/useTranslation';
import { ChangedFields } from './ChangedFields';
import { ComparisonTable } from './ComparisonTable';

/** Two reports side by side: metric by metric, and what changed in between. */
export function ComparePage(props: { base: string; candidate: string }) {
  const { base, candidate } = props;
  const comparison = useComparison(base, candidate);
  const { t } = useTranslation();
  return (
    <div className={report.page}>
      {comparison.state === 'loading' && <ReportSkeleton />}
      {comparison.state === 'failed' && (
        <div className={report.state}>
          {isHidden(comparison.error) ? (
            <HiddenState />
          ) : (
            <FailedState
              title={t('compare.failed')}
              error={comparison.error}
              onTryAgain={comparison.reload}
            />
          )}
        </div>
      )}
      {comparison.state === 'ready' && (
        <ComparisonDocument comparison={comparison.value} />
      )}
    </div>
  );
}

function ComparisonDocument(props: { comparison: Comparison }) {
  const { base, candidate, rows, changed, samePlan, notes } = props.comparison;
  const { t } = useTranslation();
  const reportLink = useRouteRef(reportRouteRef);
  return (
    <article className={report.document}>
      <header className={report.header}>
        <h2 className={report.title}>{t('compare.title')}</h2>
        <p className={report.subtitle}>
          {[
            { name: t('compare.base'), side: base },
            { name: t('compare.candidate'), side: candidate },
          ].map(({ name, side }, index) => (
            <span key={name}>
              {index > 0 && ' · '}
              {name}:{' '}
              <Link href={reportLink({ id: side.reportId })}>
                {t('compare.report', {
                  time: formatExactTime(side.measuredAt),
                })}
              </Link>
              {side.validity && `, ${t(`validity.${side.validity}`)}`}
            </span>
          ))}
        </p>
      </header>
      <ReportSection
        title={t('report.sections.comparison')}
        text={t('compare.text')}
      >
        <p>{t(samePlan ? 'compare.samePlan' : 'compare.otherPlan')}</p>
        <ComparisonTable rows={rows} />
        {notes.length > 0 && (
          <ul aria-label={t('compare.notes')}>
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </ReportSection>
      <ReportSection title={t('compare.changed')}>
        <ChangedFields changed={changed} />
      </ReportSection>
    </article>
  );
}
