import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Outcome, Status } from '@dynoscope/scorecard';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import labelStyles from '../foundations/OutcomeLabel.module.css';
import { countOutcomes } from '../scorecard/rankOutcomes';
import { useTranslation } from '../translation/useTranslation';
import styles from './OutcomeFilter.module.css';

/** Which outcomes are shown. */
export type Filter = Status | 'all';

/** Whether an outcome is shown. */
export function matchesFilter(outcome: Outcome, filter: Filter): boolean {
  return filter === 'all' || outcome.status === filter;
}

/** One chip for each outcome there is, with how many have it. */
export function OutcomeFilter(props: {
  outcomes: readonly Outcome[];
  selected: Filter;
  onSelect: (filter: Filter) => void;
}) {
  const { outcomes, selected, onSelect } = props;
  const { t } = useTranslation();
  return (
    <ToggleButtonGroup
      className={styles.filter}
      aria-label={t('tab.showOutcomes')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={keys => {
        const [key] = keys;
        onSelect(key as Filter);
      }}
    >
      <ToggleButton id="all" className={styles.chip}>
        {t('tab.all')} <b>{outcomes.length}</b>
      </ToggleButton>
      {countOutcomes(outcomes).map(({ status, count }) => (
        <ToggleButton
          key={status}
          id={status}
          className={styles.chip}
          iconStart={
            <span className={labelStyles[status]}>
              <OutcomeIcon status={status} />
            </span>
          }
        >
          {t(`status.${status}`)} <b>{count}</b>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
