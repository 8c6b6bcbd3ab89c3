import { Checkbox } from '@backstage/ui';
import type { GenerateResponse } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';
import styles from './Form.module.css';
import { OptionField } from './OptionField';
import { optionAt, withOption } from './optionPath';
import { newService, serviceFields, type ServiceField } from './serviceFields';
import { isShown, shownOptions } from './shownOptions';
import type { Tuning } from './tuning';

/** The options of a new service; what is left empty gets the value that the backend computes or the guide names. */
export function ServiceForm(props: {
  tuning: Tuning;
  answer?: GenerateResponse;
  disabled?: boolean;
  onChange: (tuning: Tuning) => void;
}) {
  const { tuning, answer, disabled, onChange } = props;
  const { options = {} } = tuning;
  const { t } = useTranslation();
  const groups = serviceFields(t);
  const set = (path: string, value: unknown) =>
    onChange({
      ...tuning,
      options: shownOptions(groups, withOption(options, path, value)),
    });
  return (
    <div className={styles.form}>
      {groups.map(group => (
        <fieldset key={group.title} className={styles.group}>
          <legend>{group.title}</legend>
          {group.toggle && (
            <Checkbox
              className={styles.toggle}
              isDisabled={disabled}
              isSelected={optionAt(options, group.toggle.path) === true}
              onChange={isOn => set(group.toggle!.path, isOn)}
            >
              {group.toggle.label}
            </Checkbox>
          )}
          <div className={styles.fields}>
            {group.fields
              .filter(one => isShown(one, options))
              .map(option => (
                <div key={option.path}>{field(option)}</div>
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );

  function field(option: ServiceField) {
    const { path, label, help, unit, placeholder, choices } = option;
    const own = optionAt(options, path);
    const used = own ?? (answer && optionAt(answer.options, path));
    const name = path.slice(path.lastIndexOf('.') + 1);
    const input = answer?.inputs.find(one => one.name === name);
    return (
      <OptionField
        label={label}
        help={help}
        unit={unit}
        placeholder={placeholder}
        choices={choices}
        isNumber={option.isNumber}
        required={option.isRequired}
        disabled={disabled}
        value={
          typeof used === 'string' || typeof used === 'number'
            ? used
            : undefined
        }
        source={choices ? undefined : sourceOf(path, own) ?? input?.source}
        onChange={value => set(path, value)}
      />
    );
  }
}

/** What a person typed is theirs; what stood there from the start is a default. */
function sourceOf(path: string, own: unknown): 'yours' | 'default' | undefined {
  if (own === undefined) return undefined;
  return own === optionAt(newService.options ?? {}, path) ? 'default' : 'yours';
}
