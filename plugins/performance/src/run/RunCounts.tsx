import { formatNumber, formatValue } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import type { LiveSample } from './liveSamples';
import styles from './Progress.module.css';

/** Requests and errors of the load probe so far. */
export function RunCounts(props: { samples: readonly LiveSample[] }) {
  const { samples } = props;
  const { t } = useTranslation();
  const newest = samples[samples.length - 1];
  const warmup = samples.filter(({ phase }) => phase === 'warmup').pop();
  const answered = answers(newest);
  return (
    <div className={foundations.inset}>
      <h3>{t('run.progress.soFar')}</h3>
      <dl className={styles.counts}>
        <dt>{t('run.progress.requests')}</dt>
        <dd>
          {formatNumber(answered)}
          {warmup && (
            <div className={foundations.muted}>
              {t('run.progress.warmupNotCounted', {
                requests: formatNumber(answers(warmup)),
              })}
            </div>
          )}
        </dd>
        <dt>{t('run.progress.errors')}</dt>
        <dd>
          {formatNumber(newest.failed)}{' '}
          {newest.failed > 0 && (
            <span className={foundations.muted}>
              {formatValue((newest.failed / answered) * 100, '%')}
            </span>
          )}
        </dd>
      </dl>
    </div>
  );
}

function answers({ succeeded, failed }: LiveSample): number {
  return succeeded + failed;
}
