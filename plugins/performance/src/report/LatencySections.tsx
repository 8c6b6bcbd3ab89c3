import { useTranslation } from '../translation/useTranslation';
import type { SubjectLatency } from './latencyOf';
import { LatencySection } from './LatencySection';

/** Latency by percentile of each subject. */
export function LatencySections(props: {
  latencies: readonly SubjectLatency[];
}) {
  const { latencies } = props;
  const { t } = useTranslation();
  return (
    <>
      {latencies.map((latency, index) => (
        <LatencySection
          key={latency.subject}
          id={index === 0 ? 'latency' : undefined}
          title={
            latencies.length > 1
              ? t('report.latency.titleOf', { subject: latency.subject })
              : t('report.latency.title')
          }
          latency={latency}
        />
      ))}
    </>
  );
}
