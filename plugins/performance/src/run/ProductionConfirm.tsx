import { TextField } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import styles from './PlanBody.module.css';
import { sentence } from './refusalText';

/** Load on production needs the entity's name, typed. */
export function ProductionConfirm(props: {
  name: string;
  stopRules: readonly string[];
  typed: string;
  onType(text: string): void;
}) {
  const { name, stopRules, typed, onType } = props;
  const { t } = useTranslation();
  return (
    <>
      <dl className={styles.summary}>
        {stopRules.length > 0 && (
          <>
            <dt>{t('run.production.stops')}</dt>
            <dd>{stopRules.map(sentence).join(' ')}</dd>
          </>
        )}
        <dt>{t('run.production.recorded')}</dt>
        <dd>{t('run.production.recordedText')}</dd>
      </dl>
      <TextField
        className={styles.confirm}
        label={t('run.production.confirm', { name })}
        description={progressText()}
        value={typed}
        onChange={onType}
        autoComplete="off"
        spellCheck="false"
      />
    </>
  );

  function progressText(): string {
    if (typed === name) return t('run.production.matches');
    return name.startsWith(typed)
      ? t('run.production.lettersToGo', { count: name.length - typed.length })
      : t('run.production.mismatch');
  }
}
