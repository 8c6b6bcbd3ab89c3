import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { RiInformationLine } from '@remixicon/react';
import { performanceApiRef } from '../api/performanceApiRef';
import { useLoadable } from '../api/useLoadable';
import { agoText } from '../foundations/ageText';
import { useNow } from '../foundations/useNow';
import { useTranslation } from '../translation/useTranslation';
import { Notice } from './Notice';
import { whoText } from './whoText';

/** Another run goes on at the same target. Its progress is offered where the reader may see it. */
export function BusyNotice(props: {
  runId: string;
  onShowRun(runId: string): void;
}) {
  const { runId, onShowRun } = props;
  const api = useApi(performanceApiRef);
  const { t } = useTranslation();
  const now = useNow();
  const other = useLoadable(runId, signal => api.getRun(runId, { signal }));
  const run = other.state === 'ready' ? other.value : undefined;
  return (
    <Notice
      tone="none"
      icon={<RiInformationLine />}
      title={t('run.refusal.busy.title')}
      isSpoken
      actions={
        run && (
          <Button variant="primary" onPress={() => onShowRun(runId)}>
            {t('run.busy.showProgress')}
          </Button>
        )
      }
    >
      {run && `${startedText(run)} `}
      {t('run.refusal.busy.action')}
    </Notice>
  );

  function startedText({ trigger, requestedBy, createdAt }: Run): string {
    return t('run.busy.started', {
      age: agoText(createdAt, now, t),
      who:
        trigger === 'schedule' ? t('run.busy.schedule') : whoText(requestedBy),
    });
  }
}
