/* Numbers read the same on the page as in the markdown of a report. */
export {
  formatClock,
  formatDay,
  formatExactTime,
  formatInterval,
  formatNumber,
  formatQuantity,
  formatStatistic,
  formatTime,
  formatValue,
  scaleOf,
  type Quantity,
} from '@dynoscope/scorecard/format';
