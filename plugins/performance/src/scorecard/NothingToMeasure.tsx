import { EmptyState } from '../foundations/EmptyState';
import styles from '../foundations/foundations.module.css';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import ownStyles from './NothingToMeasure.module.css';

/** The annotations that lead to something to measure, each with what it takes. */
const annotations = [
  { name: 'dynoscope.dev/inference', text: 'inference' },
  { name: 'dynoscope.dev/inference-url', text: 'inferenceUrl' },
  { name: 'dynoscope.dev/latency-class', text: 'latencyClass' },
  { name: 'dynoscope.dev/target.<check-id>', text: 'target' },
] as const;

/** The entity names nothing that can be measured: the annotation that would, and the others behind a click. */
export function NothingToMeasure(props: { name: string }) {
  const { name } = props;
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<OutcomeIcon status="not-applicable" />}
      title={t('scorecard.empty.nothing')}
      text={t('scorecard.empty.nothingText')}
    >
      <code className={styles.small}>{`dynoscope.dev/inference: ${name}`}</code>
      <details className={ownStyles.annotations}>
        <summary>{t('scorecard.empty.annotations')}</summary>
        <dl>
          {annotations.map(annotation => (
            <div key={annotation.name}>
              <dt>
                <code>{annotation.name}</code>
              </dt>
              <dd>{t(`scorecard.annotation.${annotation.text}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </EmptyState>
  );
}
