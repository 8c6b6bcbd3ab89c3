import type { Plan } from '@dynoscope/scorecard';
import { RiInformationLine } from '@remixicon/react';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ActiveRunNotice } from './ActiveRunNotice';
import { Notice } from './Notice';
import styles from './PlanBody.module.css';
import { PlanSummary } from './PlanSummary';
import { ProbeTable } from './ProbeTable';
import { ProductionConfirm } from './ProductionConfirm';
import { ProductionWarning } from './ProductionWarning';
import { RefusalNotice } from './RefusalNotice';
import { sentence } from './refusalText';

/** What a plan would do, and what keeps it from being run. */
export function PlanBody(props: {
  /** What would run. */
  plan: Plan;
  /** With every probe on. */
  wholePlan: Plan;
  isUpdating: boolean;
  leftOut: readonly string[];
  onProbe(probe: string, isOn: boolean): void;
  onShowRun(runId: string): void;
  typed: string;
  onType(text: string): void;
}) {
  const { plan, wholePlan, isUpdating, leftOut, onProbe, onShowRun } = props;
  const { typed, onType } = props;
  const { t } = useTranslation();
  const isEmpty = wholePlan.probes.every(({ probe }) =>
    leftOut.includes(probe),
  );
  const stopRules = [...new Set(plan.probes.flatMap(probe => probe.stopRules))];

  if (wholePlan.probes.length === 0 && plan.refusals.length === 0) {
    return (
      <Notice
        tone="none"
        icon={<RiInformationLine />}
        title={t('run.plan.noProbeFound')}
      />
    );
  }
  return (
    <>
      {plan.refusals.map(({ code, message }) =>
        code === 'busy' ? (
          <ActiveRunNotice
            key={`${code} ${message}`}
            plan={plan}
            message={message}
            onShowRun={onShowRun}
          />
        ) : (
          <RefusalNotice
            key={`${code} ${message}`}
            code={code}
            message={message}
          />
        ),
      )}
      {plan.confirm !== null && !isEmpty && <ProductionWarning plan={plan} />}
      {wholePlan.probes.length > 0 && (
        <div className={styles.plan} aria-busy={isUpdating}>
          {isEmpty ? (
            <p>{t('run.plan.noProbe')}</p>
          ) : (
            <PlanSummary plan={plan} />
          )}
          <ProbeTable plan={wholePlan} leftOut={leftOut} onProbe={onProbe} />
        </div>
      )}
      {!isEmpty && plan.confirm === null && stopRules.length > 0 && (
        <p className={`${styles.remark} ${foundations.small}`}>
          <RiInformationLine size={16} aria-hidden="true" />
          <span>{stopRules.map(sentence).join(' ')}</span>
        </p>
      )}
      {!isEmpty && plan.confirm !== null && (
        <ProductionConfirm
          name={plan.confirm}
          stopRules={stopRules}
          typed={typed}
          onType={onType}
        />
      )}
    </>
  );
}
