import { useTranslation } from '../translation/useTranslation';
import styles from './TableTwin.module.css';

/** The numbers of a chart as a table, behind *Show the numbers*. The first column names the row, the others hold figures. */
export function TableTwin(props: {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const { caption, columns, rows } = props;
  const { t } = useTranslation();
  return (
    <details className={styles.twin}>
      <summary>{t('chart.showNumbers')}</summary>
      <div
        className={styles.scroll}
        role="region"
        aria-label={caption}
        // A region that scrolls must be reachable with the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table aria-label={caption}>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
