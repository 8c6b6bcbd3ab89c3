import { useTranslation } from '../translation/useTranslation';
import { ageText, agoText } from './ageText';
import { formatExactTime } from '@dynoscope/scorecard/format';

/** `12 min ago`, with the exact time of day behind it. */
export function Age(props: { time: string; now: number; isShort?: boolean }) {
  const { time, now, isShort } = props;
  const { t } = useTranslation();
  return (
    <time dateTime={time} title={formatExactTime(time)}>
      {isShort ? ageText(time, now, t) : agoText(time, now, t)}
    </time>
  );
}
