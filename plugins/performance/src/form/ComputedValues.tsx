import { VisuallyHidden } from '@backstage/ui';
import type { Change } from '@dynoscope/scorecard';
import foundations from '../foundations/foundations.module.css';
import { Arithmetic } from '../foundations/Arithmetic';
import { plainValue } from '../foundations/plainValue';
import { useTranslation } from '../translation/useTranslation';
import styles from './ComputedValues.module.css';

/** Each computed value: what it was, what it becomes, the arithmetic, and what that means. */
export function ComputedValues(props: { values: readonly Change[] }) {
  const { values } = props;
  return (
    <ul className={styles.values}>
      {values.map(value => (
        <ComputedValue key={value.path} change={value} />
      ))}
    </ul>
  );
}

function ComputedValue(props: { change: Change }) {
  const { change } = props;
  const { label, was, value, unit, arithmetic, consequence, source } = change;
  const { t } = useTranslation();
  const isUnknown = value === undefined && source === 'not measured';
  return (
    <li>
      <div className={styles.line}>
        <code>{label}</code>
        <span className={foundations.numeric}>
          {was !== undefined && (
            <span className={foundations.muted}>
              <VisuallyHidden>{t('remedy.was', { value: '' })}</VisuallyHidden>
              {plainValue(was, unit)} →{' '}
            </span>
          )}
          <b className={isUnknown ? styles.unknown : styles.value}>{now()}</b>
        </span>
      </div>
      {arithmetic && <Arithmetic lines={[arithmetic]} />}
      {consequence && (
        <p className={`${foundations.small} ${foundations.muted}`}>
          {consequence}
        </p>
      )}
    </li>
  );

  function now(): string {
    if (isUnknown) return t('form.notComputed');
    return value === undefined ? t('remedy.takenOut') : plainValue(value, unit);
  }
}
