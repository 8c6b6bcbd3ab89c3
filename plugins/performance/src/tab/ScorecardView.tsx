import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { useState, type ReactNode } from 'react';
import { EmptyScorecard } from '../scorecard/EmptyScorecard';
import { groupOutcomes } from '../scorecard/rankOutcomes';
import { useNow } from '../foundations/useNow';
import { useTranslation } from '../translation/useTranslation';
import { CategoryCard } from './CategoryCard';
import { ColumnHeads } from './ColumnHeads';
import { HeaderCard } from './HeaderCard';
import { firstOpen } from './firstOpen';
import { OutcomeFilter, matchesFilter, type Filter } from './OutcomeFilter';
import { Problems } from './Problems';
import { ScorecardBanner } from './ScorecardBanner';
import styles from './ScorecardView.module.css';
import { StateCard } from './StateCard';
import { TabExperiments } from './TabExperiments';
import { useVisit } from './useVisit';

/** The scorecard of one environment: what was found, then every check with its proof. */
export function ScorecardView(props: {
  scorecard: Scorecard;
  entityRef: string;
  name: string;
  environmentSwitch?: ReactNode;
  onSelectEnvironment: (environment: string) => void;
  onRun: () => void;
  onShowRun: (runId: string) => void;
  onChanged: () => void;
}) {
  const { scorecard, entityRef, name, environmentSwitch } = props;
  const { onSelectEnvironment, onRun, onShowRun, onChanged } = props;
  const { t } = useTranslation();
  const now = useNow();
  const [filter, setFilter] = useState<Filter>('all');
  const { visited, visit } = useVisit();
  const lead = (to: Pick<Outcome, 'checkId' | 'subject'>) => {
    setFilter('all');
    visit(to);
  };
  const { outcomes, empty } = scorecard;
  const banner = (
    <>
      <ScorecardBanner
        scorecard={scorecard}
        now={now}
        onRun={onRun}
        onShowRun={onShowRun}
        onRunEnded={onChanged}
      />
      <Problems problems={scorecard.problems} />
    </>
  );
  if (empty) {
    return (
      <>
        {banner}
        <StateCard environmentSwitch={environmentSwitch}>
          <EmptyScorecard
            scorecard={scorecard}
            reason={empty}
            name={name}
            onRun={onRun}
            onShowEnvironment={onSelectEnvironment}
          />
        </StateCard>
      </>
    );
  }
  const open = firstOpen(outcomes);
  const shown = outcomes.filter(outcome => matchesFilter(outcome, filter));
  return (
    <>
      <HeaderCard
        scorecard={scorecard}
        now={now}
        environmentSwitch={environmentSwitch}
        onRun={onRun}
        onShowRun={onShowRun}
        onSeeRemedy={lead}
      />
      {banner}
      <TabExperiments
        scorecard={scorecard}
        now={now}
        onShow={lead}
        onChanged={onChanged}
      />
      <OutcomeFilter
        outcomes={outcomes}
        selected={filter}
        onSelect={setFilter}
      />
      <ColumnHeads />
      {groupOutcomes(shown).map(group => (
        <CategoryCard
          key={group.category}
          category={group.category}
          outcomes={group.outcomes}
          firstOpen={open}
          entityRef={entityRef}
          scorecard={scorecard}
          now={now}
          visited={visited}
          onRun={onRun}
          onShowRun={onShowRun}
          onChanged={onChanged}
        />
      ))}
      <p className={styles.legend}>{t('tab.legend')}</p>
    </>
  );
}
