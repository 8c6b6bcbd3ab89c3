import styles from './DiffView.module.css';

/** A unified diff; each line keeps its sign, so that colour is not all that tells them apart. */
export function DiffView(props: { text: string; label: string }) {
  const { text, label } = props;
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <pre
      className={styles.diff}
      role="region"
      aria-label={label}
      // A region that scrolls must be reachable with the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {lines.map((line, index) => (
        // Lines have no other name than their place.
        // eslint-disable-next-line react/no-array-index-key
        <span key={index} className={styles[kindOf(line)]}>
          {line || ' '}
        </span>
      ))}
    </pre>
  );
}

function kindOf(line: string): 'head' | 'added' | 'removed' | 'kept' {
  if (/^(---|\+\+\+|@@|diff |index )/.test(line)) return 'head';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'kept';
}
