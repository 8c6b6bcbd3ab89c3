import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { experimentsOf } from '../experiment/experimentsOf';
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
  /** A number that grows each time the reader is led here. */
  visit?: number;
  onRun: () => void;
  onShowRun: (runId: string) => void;
  onChanged: () => void;
}) {
  const { outcome, isFirstOpen, entityRef, scorecard, now, visit } = props;
  const { onRun, onShowRun, onChanged } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(isFirstOpen);
  const [wasOpen, setWasOpen] = useState(isFirstOpen);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (visit === undefined) return;
    setOpen(true);
    setWasOpen(true);
    row.current?.scrollIntoView({ block: 'start' });
    row.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [visit]);
  const cells = (
    <OutcomeCells
      outcome={outcome}
      now={now}
      experiments={experimentsOf(scorecard, outcome)}
    />
  );
  if (outcome.status === 'no-data') {
    return <div className={`${styles.row} ${styles.plain}`}>{cells}</div>;
  }
  return (
    <Accordion
      ref={row}
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
            onShowRun={onShowRun}
            onChanged={onChanged}
          />
        )}
      </AccordionPanel>
    </Accordion>
  );
}
