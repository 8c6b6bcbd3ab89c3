import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { OutcomeBody } from './OutcomeBody';
import { OutcomeCells } from './OutcomeCells';
import styles from './OutcomeRow.module.css';
import { outcomeSentence } from './outcomeSentence';

/** One check: a line that says how it went, and behind it why and the proof. A check without data has only the line. */
export function OutcomeRow(props: {
  outcome: Outcome;
  isFirstOpen: boolean;
  entityRef: string;
  scorecard: Scorecard;
  now: number;
  onRun: () => void;
}) {
  const { outcome, isFirstOpen, entityRef, scorecard, now, onRun } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(isFirstOpen);
  const [wasOpen, setWasOpen] = useState(isFirstOpen);
  const cells = <OutcomeCells outcome={outcome} now={now} />;
  if (outcome.status === 'no-data') {
    return <div className={`${styles.row} ${styles.plain}`}>{cells}</div>;
  }
  return (
    <Accordion
      className={styles.row}
      isExpanded={isOpen}
      onExpandedChange={isExpanded => {
        setOpen(isExpanded);
        setWasOpen(true);
      }}
    >
      <AccordionTrigger level={4} className={styles.trigger}>
        <VisuallyHidden>{outcomeSentence(outcome, now, t)}</VisuallyHidden>
        <span className={styles.shown} aria-hidden="true">
          {cells}
        </span>
      </AccordionTrigger>
      <AccordionPanel className={styles.panel}>
        {wasOpen && (
          <OutcomeBody
            outcome={outcome}
            entityRef={entityRef}
            scorecard={scorecard}
            onRun={onRun}
          />
        )}
      </AccordionPanel>
    </Accordion>
  );
}
