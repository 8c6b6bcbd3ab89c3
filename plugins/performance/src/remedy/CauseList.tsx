import type { Cause } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';
import styles from './CauseList.module.css';

/** Why a check misses: each cause with what speaks for and against it. */
export function CauseList(props: { causes: readonly Cause[] }) {
  const { causes } = props;
  const { t } = useTranslation();
  return (
    <ul className={styles.causes}>
      {causes.map(cause => (
        <li key={cause.cause}>
          <p>
            {cause.cause}{' '}
            <span className={styles.confidence}>
              {t(`remedy.cause.confidence.${cause.confidence}`)}
            </span>
          </p>
          <dl>
            <Evidence name={t('remedy.cause.for')} texts={cause.for} />
            <Evidence
              name={t('remedy.cause.against')}
              texts={
                cause.against.length > 0
                  ? cause.against
                  : [t('remedy.cause.nothingAgainst')]
              }
            />
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Evidence(props: { name: string; texts: readonly string[] }) {
  const { name, texts } = props;
  return texts.length === 0 ? null : (
    <>
      <dt>{name}</dt>
      <dd>
        <ul>
          {texts.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}
