import type { Input } from '@dynoscope/scorecard';
import { plainValue } from '../foundations/plainValue';
import { SourceTag } from '../foundations/SourceTag';
import { useTranslation } from '../translation/useTranslation';
import styles from './RemedyInputs.module.css';

/** The numbers that a computation starts from, each with its source. */
export function RemedyInputs(props: { inputs: readonly Input[] }) {
  const { inputs } = props;
  const { t } = useTranslation();
  return (
    <ul className={styles.inputs} aria-label={t('remedy.inputs')}>
      {inputs.map(({ name, label, value, unit, source, detail }) => (
        <li key={name}>
          <span>
            {label} {value !== undefined && <b>{plainValue(value, unit)}</b>}
          </span>
          <span>
            <SourceTag source={source} /> {detail}
          </span>
        </li>
      ))}
    </ul>
  );
}
