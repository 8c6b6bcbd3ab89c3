import type { Experiment } from '@dynoscope/scorecard';
import {
  formatExactTime,
  formatInterval,
  formatNumber,
  formatValue,
} from '@dynoscope/scorecard/format';
import { PromisePlot, type PromiseSide } from '../charts/PromisePlot';
import { TableTwin } from '../charts/TableTwin';
import { metricName } from '../foundations/metricName';
import { rangeText } from '../foundations/rangeText';
import { useTranslation } from '../translation/useTranslation';

type Measured = Experiment['before'];

/** What the same plan measured before and after a change, beside what was promised. */
export function BeforeAfter(props: { experiment: Experiment }) {
  const { before, after, expected } = props.experiment;
  const { unit } = expected;
  const { t } = useTranslation();
  const name = metricName(expected);
  const promise = rangeText(expected, unit);
  const sides: [PromiseSide, PromiseSide] = [
    side(t('experiment.before'), before),
    side(t('experiment.after'), after),
  ];
  return (
    <div>
      <PromisePlot
        sides={sides}
        promise={expected}
        unit={unit}
        label={t('experiment.plot', {
          name,
          before: spoken(sides[0]),
          after: spoken(sides[1]),
          promise,
        })}
      />
      <TableTwin
        caption={t('experiment.table', { name })}
        columns={[
          t('experiment.side'),
          t('experiment.value'),
          t('experiment.interval'),
          t('experiment.requests'),
          t('experiment.when'),
          t('experiment.validity'),
        ]}
        rows={[
          row(t('experiment.before'), before),
          row(t('experiment.after'), after),
          [
            t('experiment.promised'),
            '–',
            formatInterval(expected, unit),
            '–',
            '–',
            '–',
          ],
        ]}
      />
    </div>
  );

  function side(sideName: string, measured?: Measured): PromiseSide {
    const { value, interval } = measured ?? {};
    return {
      name: sideName,
      value,
      interval,
      text:
        value === undefined ? t('experiment.notYet') : formatValue(value, unit),
    };
  }

  function spoken({ name: sideName, text, interval }: PromiseSide): string {
    return interval
      ? t('experiment.plotSideInterval', {
          side: sideName,
          value: text,
          lower: formatNumber(interval.lower),
          upper: formatValue(interval.upper, unit),
        })
      : t('experiment.plotSide', { side: sideName, value: text });
  }

  function row(sideName: string, measured?: Measured): string[] {
    return [
      sideName,
      measured?.value === undefined ? '–' : formatValue(measured.value, unit),
      measured?.interval ? formatInterval(measured.interval, unit) : '–',
      measured?.n === undefined ? '–' : formatNumber(measured.n),
      measured ? formatExactTime(measured.measuredAt) : '–',
      measured?.validity ? t(`validity.${measured.validity}`) : '–',
    ];
  }
}
