import { Button, Link } from '@backstage/ui';
import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './BodyLinks.module.css';
import { CheckHistory } from './CheckHistory';
import { experimentsOf } from '../experiment/experimentsOf';

/** Where to go on from a check: the guide, and its history. */
export function BodyLinks(props: {
  outcome: Outcome;
  entityRef: string;
  scorecard: Scorecard;
}) {
  const { outcome, entityRef, scorecard } = props;
  const { t } = useTranslation();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { guide, doc, metric, statistic } = outcome;
  return (
    <>
      <div className={styles.links}>
        {guide && guideLink(t('tab.row.guide', { section: guide }))}
        {metric && statistic && (
          <Button
            className={styles.link}
            variant="tertiary"
            aria-expanded={isHistoryOpen}
            onPress={() => setHistoryOpen(!isHistoryOpen)}
          >
            {t(isHistoryOpen ? 'tab.row.hideHistory' : 'tab.row.history')}
          </Button>
        )}
      </div>
      {isHistoryOpen && metric && statistic && (
        <CheckHistory
          entityRef={entityRef}
          environment={scorecard.environment}
          outcome={outcome}
          metric={metric}
          statistic={statistic}
          experiments={experimentsOf(scorecard, outcome)}
        />
      )}
    </>
  );

  function guideLink(text: string) {
    return doc && /^https?:\/\//.test(doc) ? (
      <Link className={styles.link} href={doc} target="_blank" rel="noopener">
        {text}
      </Link>
    ) : (
      <span>{text}</span>
    );
  }
}
