import type { Input } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';
import styles from './SourceTag.module.css';

/** Where a number comes from, as a word. */
export function SourceTag(props: { source: Input['source'] }) {
  const { source } = props;
  const { t } = useTranslation();
  const tone = source === 'not measured' ? 'missing' : source;
  return (
    <span className={`${styles.tag} ${styles[tone] ?? ''}`}>
      {t(`remedy.source.${source}`)}
    </span>
  );
}
