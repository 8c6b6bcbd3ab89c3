import { Card } from '@backstage/ui';
import type { Category, Outcome, Scorecard } from '@dynoscope/scorecard';
import { OutcomeLabel } from '../foundations/OutcomeLabel';
import { countOutcomes, outcomeKey } from '../scorecard/rankOutcomes';
import { useTranslation } from '../translation/useTranslation';
import styles from './CategoryCard.module.css';
import { OutcomeRow } from './OutcomeRow';
import type { Visit } from './useVisit';

/** The checks of one category, worst first; what does not concern the entity is one thin line each, at the end. */
export function CategoryCard(props: {
  category: Category;
  outcomes: readonly Outcome[];
  firstOpen: ReadonlySet<string>;
  entityRef: string;
  scorecard: Scorecard;
  now: number;
  visited?: Visit;
  onRun: () => void;
  onShowRun: (runId: string) => void;
  onChanged: () => void;
}) {
  const { category, outcomes, firstOpen, entityRef, visited } = props;
  const { scorecard, now, onRun, onShowRun, onChanged } = props;
  const { t } = useTranslation();
  const title = t(`category.${category}`);
  return (
    <Card className={styles.card} aria-label={title}>
      <h3 className={styles.title}>
        {title}
        <span>
          {countOutcomes(outcomes)
            .map(({ status, count }) =>
              t(`counted.${status}`, { number: String(count) }),
            )
            .join(' · ')}
        </span>
      </h3>
      {outcomes.map(outcome =>
        outcome.status === 'not-applicable' ? (
          <p key={outcomeKey(outcome)} className={styles.exempt}>
            <OutcomeLabel status="not-applicable" />
            <span>
              {outcome.title} <span>{outcome.reason}</span>
            </span>
          </p>
        ) : (
          <OutcomeRow
            key={outcomeKey(outcome)}
            outcome={outcome}
            isFirstOpen={firstOpen.has(outcomeKey(outcome))}
            entityRef={entityRef}
            scorecard={scorecard}
            now={now}
            visit={
              visited?.key === outcomeKey(outcome) ? visited.count : undefined
            }
            onRun={onRun}
            onShowRun={onShowRun}
            onChanged={onChanged}
          />
        ),
      )}
    </Card>
  );
}
