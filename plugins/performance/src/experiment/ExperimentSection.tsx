import { Button, Card, VisuallyHidden } from '@backstage/ui';
import type { Experiment } from '@dynoscope/scorecard';
import { Age } from '../foundations/Age';
import { useTranslation } from '../translation/useTranslation';
import styles from './ExperimentSection.module.css';
import { experimentLine, experimentStateText } from './experimentText';
import { newestFirst } from './experimentsOf';
import { useExperimentNews } from './useExperimentNews';
import { VerdictLabel } from './VerdictLabel';

/** The open and the newest experiments of an entity, one line each. */
export function ExperimentSection(props: {
  experiments: readonly Experiment[];
  now: number;
  onShow: (experiment: Experiment) => void;
  onChanged: () => void;
}) {
  const { experiments, now, onShow, onChanged } = props;
  useExperimentNews(experiments, onChanged);
  const { t } = useTranslation();
  const shown = newestFirst(experiments);
  const [newest] = shown;
  return (
    <Card className={styles.card} aria-label={t('experiment.section')}>
      {/* A verdict may come while the reader looks elsewhere. */}
      {newest && (
        <VisuallyHidden role="status">
          {t('experiment.announced', {
            title: newest.title,
            state: experimentStateText(newest, t),
          })}
        </VisuallyHidden>
      )}
      <h3 className={styles.title}>
        {t('experiment.section')} <span>{t('experiment.sectionText')}</span>
      </h3>
      <ul>
        {shown.map(experiment => (
          <li key={experiment.id} className={styles.line}>
            <VerdictLabel experiment={experiment} />
            <span>
              <b>{experiment.title}</b>
              <span className={styles.note}>
                {experimentLine(experiment, t)}
              </span>
            </span>
            <span className={styles.when}>
              <Age
                time={experiment.measuredAt ?? experiment.createdAt}
                now={now}
              />
            </span>
            <Button
              variant="secondary"
              aria-label={t('experiment.showOf', { title: experiment.title })}
              onPress={() => onShow(experiment)}
            >
              {t('experiment.show')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
