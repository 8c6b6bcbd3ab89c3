import { Button, Skeleton } from '@backstage/ui';
import type { Outcome, Report } from '@dynoscope/scorecard';
import { isHidden } from '../api/responseOf';
import type { Loadable } from '../api/useLoadable';
import { readLoadResult } from '../api/readLoadResult';
import { Delayed } from '../foundations/Delayed';
import { formatNumber, formatTime } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import { LatencyEvidence } from './LatencyEvidence';
import { reportEvidence, reportMeasurement } from './reportMeasurement';
import { RequestErrors } from './RequestErrors';

/** The raw material of an outcome, out of the report that made it. */
export function EvidencePanel(props: {
  outcome: Outcome;
  report: Loadable<Report>;
}) {
  const { outcome, report } = props;
  const { t } = useTranslation();
  switch (report.state) {
    case 'loading':
      return (
        <Delayed>
          <h5>{t('tab.row.evidence')}</h5>
          <Skeleton width="100%" height={200} />
        </Delayed>
      );
    case 'failed':
      return (
        <>
          <h5>{t('tab.row.evidence')}</h5>
          <p>
            {t(
              isHidden(report.error)
                ? 'tab.row.evidenceGone'
                : 'tab.row.evidenceFailed',
            )}
          </p>
          {!isHidden(report.error) && (
            <div>
              <Button variant="secondary" onPress={report.reload}>
                {t('scorecard.tryAgain')}
              </Button>
            </div>
          )}
        </>
      );
    default:
      return evidence(report.value);
  }

  function evidence(value: Report) {
    const result = reportEvidence(value, outcome)
      .filter(({ kind }) => kind === 'load-result')
      .map(readLoadResult)
      .find(Boolean);
    const drawing =
      outcome.metric === 'inference.latency'
        ? result && <LatencyEvidence outcome={outcome} result={result} />
        : result && <RequestErrors result={result} />;
    return (
      drawing && (
        <>
          <h5>
            {t('tab.row.evidence')} <span>{source(value)}</span>
          </h5>
          {drawing}
        </>
      )
    );
  }

  function source(value: Report): string | undefined {
    const measurement = reportMeasurement(value, outcome);
    if (!measurement) {
      return undefined;
    }
    const { n, window } = measurement;
    return t('tab.row.requests', {
      number: formatNumber(n),
      window: `${window.start.slice(11, 16)}–${formatTime(window.end)}`,
    });
  }
}
