import type { Report } from '@dynoscope/scorecard';
import { Arithmetic } from '../foundations/Arithmetic';
import foundations from '../foundations/foundations.module.css';
import { RemedyFacts } from '../remedy/RemedyFacts';
import { RemedyInputs } from '../remedy/RemedyInputs';
import { useTranslation } from '../translation/useTranslation';
import { ReportSection } from './ReportSection';

/** What would mend each miss of a run, with its arithmetic. */
export function RemedySection(props: { report: Report }) {
  const { remedies, outcomes } = props.report;
  const { t } = useTranslation();
  return (
    <ReportSection
      id="remedies"
      title={t('report.sections.remedies')}
      text={t('report.remedies.text')}
    >
      {remedies.map(remedy => {
        const { checkId, subject, title, text, cannot } = remedy;
        const outcome = outcomes.find(
          one => one.checkId === checkId && one.subject === subject,
        );
        return (
          <div key={`${checkId} ${subject}`} className={foundations.column}>
            <h4>
              {title}{' '}
              <span className={foundations.muted}>{outcome?.title}</span>
            </h4>
            {text && <p>{text}</p>}
            {cannot && <p>{`${t('remedy.cannot')}. ${cannot}`}</p>}
            <Arithmetic lines={remedy.arithmetic} />
            {remedy.inputs.length > 0 && (
              <RemedyInputs inputs={remedy.inputs} />
            )}
            <RemedyFacts remedy={remedy} outcome={outcome} />
          </div>
        );
      })}
    </ReportSection>
  );
}
