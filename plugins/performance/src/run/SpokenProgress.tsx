import { VisuallyHidden } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { formatValue } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import { healthOf } from './healthOf';
import type { LiveSample } from './liveSamples';

/** Seconds between two announcements of the same step. */
const rest = 30;

/** Tells a screen reader how a run goes: when its step or the client's health changes, and every half minute. */
export function SpokenProgress(props: { step: string; newest?: LiveSample }) {
  const { step, newest } = props;
  const { t } = useTranslation();
  const health = newest ? healthOf(newest) : 'unknown';
  const turn = Math.floor((newest?.elapsedSeconds ?? 0) / rest);
  const text = [
    `${step}.`,
    newest?.p99 !== undefined &&
      t('run.progress.spokenP99', { p99: formatValue(newest.p99, 'ms') }),
    health === 'healthy' && `${t('run.progress.clientHealthy')}.`,
    health === 'limited' && `${t('run.progress.clientLimited')}.`,
  ]
    .filter(Boolean)
    .join(' ');
  const newestText = useRef(text);
  newestText.current = text;
  const [spoken, setSpoken] = useState(text);
  useEffect(() => setSpoken(newestText.current), [step, health, turn]);
  return <VisuallyHidden role="status">{spoken}</VisuallyHidden>;
}
