import { useApi } from '@backstage/core-plugin-api';
import type { Plan } from '@dynoscope/scorecard';
import { performanceApiRef } from '../api/performanceApiRef';
import { useLoadable } from '../api/useLoadable';
import { BusyNotice } from './BusyNotice';
import { RefusalNotice } from './RefusalNotice';

/** A plan says that its target is busy: with the run that goes on, where it is one of this entity. */
export function ActiveRunNotice(props: {
  plan: Plan;
  message: string;
  onShowRun(runId: string): void;
}) {
  const { plan, message, onShowRun } = props;
  const { entityRef, environment } = plan;
  const api = useApi(performanceApiRef);
  const scorecard = useLoadable(`${entityRef} ${environment}`, signal =>
    api.getScorecard(entityRef, { environment, signal }),
  );
  const runId =
    scorecard.state === 'ready' ? scorecard.value.activeRun?.id : undefined;
  return runId ? (
    <BusyNotice runId={runId} onShowRun={onShowRun} />
  ) : (
    <RefusalNotice code="busy" message={message} />
  );
}
