import type { GenerateResponse } from '@dynoscope/scorecard';
import { DiffView } from '../foundations/DiffView';
import { useTranslation } from '../translation/useTranslation';
import styles from './Preview.module.css';

/** The manifests that will be written: as a difference where they are there already, else as they are. */
export function Preview(props: { answer: GenerateResponse }) {
  const { files, diff } = props.answer;
  const { t } = useTranslation();
  const isChange = files.some(({ before }) => before !== undefined);
  if (isChange) {
    const label = t('form.preview', {
      path: files.map(({ path }) => path).join(', '),
    });
    return (
      <details className={styles.preview} open>
        <summary>{label}</summary>
        <DiffView text={diff} label={label} />
      </details>
    );
  }
  return (
    <>
      {files.map(({ path, content }, index) => (
        <details key={path} className={styles.preview} open={index === 0}>
          <summary>{t('form.preview', { path })}</summary>
          <pre
            role="region"
            aria-label={t('form.preview', { path })}
            // A region that scrolls must be reachable with the keyboard.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            {content}
          </pre>
        </details>
      ))}
    </>
  );
}
