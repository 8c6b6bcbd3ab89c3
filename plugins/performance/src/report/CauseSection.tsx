import type { Report } from '@dynoscope/scorecard';
import { CauseList } from '../remedy/CauseList';
import { useTranslation } from '../translation/useTranslation';
import { ReportSection } from './ReportSection';

/** Why the checks of a run miss. */
export function CauseSection(props: { causes: Report['causes'] }) {
  const { causes } = props;
  const { t } = useTranslation();
  return (
    <ReportSection
      id="causes"
      title={t('report.sections.causes')}
      text={t('report.causes.text')}
    >
      <CauseList causes={causes} />
    </ReportSection>
  );
}
