import type { LoadResult } from '@dynoscope/load';
import { decodeHistogram } from '@dynoscope/statistics';

/** Halvings of what is left to 100 %, five steps each, as HDR Histogram's own tools have them. */
const stepsPerHalf = 5;

/**
 * The percentile distribution as HDR Histogram's tools print and plot it (`.hgrm`), values in ms.
 */
export function renderHdr(result: LoadResult): string {
  const histogram = decodeHistogram(result.histogram);
  const { count } = histogram;
  const lines = ['       Value     Percentile TotalCount 1/(1-Percentile)', ''];
  const add = (share: number) => {
    const value = histogram.quantile(share) ?? 0;
    const total = histogram.countAtMost(value);
    const inverse = share < 1 ? (1 / (1 - share)).toFixed(2).padStart(14) : '';
    lines.push(
      `${(value / 1000).toFixed(3).padStart(12)} ${share.toFixed(12)} ${String(
        total,
      ).padStart(10)} ${inverse}`.trimEnd(),
    );
  };
  for (
    let step = 0;
    count > 0 && 2 ** -Math.floor(step / stepsPerHalf) * count >= 0.5;
    step++
  ) {
    const half = 2 ** -Math.floor(step / stepsPerHalf);
    add(1 - half + ((half / 2) * (step % stepsPerHalf)) / stepsPerHalf);
  }
  if (count > 0) add(1);
  lines.push(
    `#[Mean    = ${ms(result.latency.mean)}, Max = ${ms(result.latency.max)}]`,
    `#[Total count = ${count}]`,
  );
  return `${lines.join('\n')}\n`;
}

function ms(value: number | undefined): string {
  return (value ?? 0).toFixed(3).padStart(12);
}
