import { Button } from '@backstage/ui';
import type { GenerateResponse } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import foundations from '../foundations/foundations.module.css';
import { RemedyInputs } from '../remedy/RemedyInputs';
import { subjectName } from '../tab/subjectName';
import { useTranslation } from '../translation/useTranslation';
import { OptionField } from './OptionField';
import { givenInputs, optionFields } from './optionFields';
import styles from './Form.module.css';
import { ReportReference } from './ReportReference';
import type { Tuning } from './tuning';

/** The inputs of a fix: what was measured and what may be set. Setting one makes it the reader's own. */
export function FixForm(props: {
  tuning: Tuning & { reportId: string };
  answer?: GenerateResponse;
  disabled?: boolean;
  onChange: (tuning: Tuning) => void;
}) {
  const { tuning, answer, disabled, onChange } = props;
  const { options: own = {}, checkId, subject } = tuning;
  const { t } = useTranslation();
  const fields = answer ? optionFields(answer) : [];
  const given = answer ? givenInputs(answer) : [];
  const set = (name: string, value: unknown) => {
    const { [name]: _earlier, ...others } = own;
    const options = value === undefined ? others : { ...others, [name]: value };
    const { options: _options, ...miss } = tuning;
    onChange(Object.keys(options).length > 0 ? { ...miss, options } : miss);
  };
  return (
    <div className={styles.form}>
      <p className={styles.origin}>
        <Icon name="gauge" />
        <span>
          <ReportReference reportId={tuning.reportId} />
          {checkId && ` · ${checkId}`}
          {subject && ` · ${subjectName(subject)}`}
        </span>
      </p>
      {fields.length > 0 && (
        <fieldset className={styles.group}>
          <legend>{t('form.values')}</legend>
          <div className={styles.fields}>
            {fields.map(field => {
              const isOwn = field.name in own;
              return (
                <div key={field.name}>
                  <OptionField
                    label={field.label}
                    value={isOwn ? (own[field.name] as string) : field.value}
                    unit={field.unit}
                    isNumber={field.isNumber}
                    source={isOwn ? 'yours' : field.source}
                    help={
                      field.source === 'not measured' && !isOwn
                        ? t('form.notMeasured')
                        : field.detail
                    }
                    disabled={disabled}
                    onChange={value => set(field.name, value)}
                  />
                  {isOwn && (
                    <Button
                      className={styles.reset}
                      variant="tertiary"
                      aria-label={t('form.resetOf', { label: field.label })}
                      onPress={() => set(field.name, undefined)}
                    >
                      {t('form.reset')}
                    </Button>
                  )}
                </div>
              );
            })}
          </div>
        </fieldset>
      )}
      {given.length > 0 && (
        <section className={foundations.column}>
          <h4>{t('form.inputs')}</h4>
          <RemedyInputs inputs={given} />
        </section>
      )}
    </div>
  );
}
