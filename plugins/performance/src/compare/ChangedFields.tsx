import type { Comparison } from '@dynoscope/scorecard';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';

/** What differs in the fingerprints of two reports. */
export function ChangedFields(props: { changed: Comparison['changed'] }) {
  const { changed } = props;
  const { t } = useTranslation();
  if (changed.length === 0) {
    return <p className={foundations.muted}>{t('compare.nothingChanged')}</p>;
  }
  const unknown = t('compare.unknown');
  return (
    <dl className={foundations.facts}>
      {changed.map(({ field, base, candidate }) => (
        <div key={field} className={foundations.pair}>
          <dt>
            <code>{field}</code>
          </dt>
          <dd>{`${base ?? unknown} → ${candidate ?? unknown}`}</dd>
        </div>
      ))}
    </dl>
  );
}
