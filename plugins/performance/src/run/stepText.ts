import type { Run } from '@dynoscope/scorecard';
import type { Translate } from '../translation/useTranslation';
import { probeTitle } from './probeTitle';
import { runProgress } from './runProgress';

/** What a run does now: `Inference, steady phase`. */
export function stepText(run: Run, t: Translate): string {
  if (run.state === 'queued') return t('run.progress.queued');
  const { current } = runProgress(run);
  if (!current) return t('run.progress.finishing');
  const planned = run.plan.probes.find(({ probe }) => probe === current.probe);
  const title = probeTitle(planned ?? current, t);
  return current.live
    ? `${title}, ${t(`run.progress.phases.${current.live.phase}`)}`
    : title;
}
