import type { Outcome } from '@dynoscope/scorecard';
import { Margin } from '../charts/Margin';
import { MarginRange } from '../charts/MarginRange';
import { formatNumber, formatValue } from '@dynoscope/scorecard/format';
import marginStyles from '../foundations/margin.module.css';
import { marginText } from '../foundations/marginText';
import { targetLine } from '../foundations/targetLine';
import { spokenTarget } from '../foundations/targetText';
import { useTranslation } from '../translation/useTranslation';
import styles from './OutcomeRow.module.css';

/** How far a value is from its target, drawn and in words. */
export function MarginCell(props: { outcome: Outcome }) {
  const { outcome } = props;
  const { t } = useTranslation();
  const text = marginText(outcome, t);
  const drawn = text && drawing();
  return (
    <>
      {drawn}
      {text && (
        <span
          className={`${styles.share} ${
            drawn ? marginStyles[outcome.status] ?? '' : styles.unit
          }`}
        >
          {text}
        </span>
      )}
    </>
  );

  function drawing() {
    const { value, unit, target, status, interval } = outcome;
    if (value === undefined || !target) {
      return undefined;
    }
    const shared = { value, status, interval, label: label() };
    if ('within' in target) {
      const end = unit === '%' ? 100 : undefined;
      return <MarginRange {...shared} range={target.within} end={end} />;
    }
    const line = targetLine(target);
    return line && <Margin {...shared} target={line.at} better={line.better} />;
  }

  function label(): string {
    const { value = 0, unit, target, interval } = outcome;
    const spoken = {
      value: formatValue(value, unit),
      target: target ? spokenTarget(target, unit, t) : '',
    };
    return interval
      ? t('chart.marginSpoken', {
          ...spoken,
          lower: formatNumber(interval.lower),
          upper: formatValue(interval.upper, unit),
        })
      : t('chart.marginSpokenExact', spoken);
  }
}
