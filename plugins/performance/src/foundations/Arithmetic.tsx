import styles from './Arithmetic.module.css';

/** A computation as it was done: formula, numbers, result, one line each. */
export function Arithmetic(props: { lines: readonly string[] }) {
  const { lines } = props;
  return lines.length === 0 ? null : (
    <div className={styles.arithmetic}>
      {lines.map((line, index) => (
        // The lines of one computation never change their order.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index}>{line}</div>
      ))}
    </div>
  );
}
