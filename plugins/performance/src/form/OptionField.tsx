import TextField from '@material-ui/core/TextField';
import type { Input } from '@dynoscope/scorecard';
import { useId, useState } from 'react';
import { SourceTag } from '../foundations/SourceTag';
import styles from './OptionField.module.css';

/** One input of the form, with where its value comes from. */
export function OptionField(props: {
  label: string;
  value?: string | number;
  unit?: string;
  source?: Input['source'];
  /** What to enter, or where exactly the value comes from. */
  help?: string;
  placeholder?: string;
  /** Whether a number is meant; what is no number is handed over as it was typed, for the backend to refuse. */
  isNumber?: boolean;
  /** Chosen from these instead of typed. */
  choices?: readonly { value: string; label: string }[];
  required?: boolean;
  disabled?: boolean;
  onChange: (value: string | number | undefined) => void;
}) {
  const { label, value, unit, source, help, placeholder } = props;
  const { isNumber, choices, required, disabled, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === undefined ? '' : String(value));
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id}>
          {label}
          {required && <span aria-hidden="true"> *</span>}
        </label>
        {source && (
          <span id={`${id}-source`}>
            <SourceTag source={source} />
          </span>
        )}
      </div>
      <TextField
        id={id}
        variant="outlined"
        size="small"
        fullWidth
        disabled={disabled}
        required={required}
        placeholder={placeholder}
        select={choices !== undefined}
        SelectProps={{ native: true }}
        value={shown}
        onChange={event => change(event.target.value)}
        onBlur={() => setTyped(undefined)}
        InputProps={{
          endAdornment: unit && <span className={styles.unit}>{unit}</span>,
        }}
        inputProps={{
          'aria-describedby': [source && `${id}-source`, help && `${id}-help`]
            .filter(Boolean)
            .join(' '),
          inputMode: isNumber ? 'decimal' : undefined,
          autoComplete: 'off',
          spellCheck: false,
        }}
      >
        {choices?.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </TextField>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );

  function change(text: string) {
    setTyped(text);
    const trimmed = text.trim();
    if (trimmed === '') onChange(undefined);
    else if (isNumber && Number.isFinite(Number(trimmed))) {
      onChange(Number(trimmed));
    } else onChange(trimmed);
  }
}
