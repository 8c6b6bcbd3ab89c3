import assert from 'node:assert/strict';

const words = {
  pass: 'Pass',
  warn: 'Warn',
  fail: 'Fail',
  inconclusive: 'Inconclusive',
};
const units = { ms: 'ms', '1/s': 'req/s', '%': '%' };

/** A line of a page shows an outcome of the API: its word, its value to three digits, its unit. */
export function assertShown(line, outcome) {
  const { status, title, value, unit } = outcome;
  const text = line.replace(/\s+/g, ' ');
  assert.ok(text.includes(words[status]), `"${text}" says ${words[status]}`);
  const found = new RegExp(`${title}\\D*?([\\d.,]+) ?(ms|req/s|%)`).exec(text);
  assert.ok(found, `"${text}" shows ${title}`);
  assert.equal(found[2], units[unit], `unit of ${title} in "${text}"`);
  const shown = Number(found[1].replace(/,/g, ''));
  assert.ok(
    Math.abs(shown - value) <= lastDigit(value) / 2 + 1e-9,
    `"${text}" shows ${value} ${unit}`,
  );
}

/** Three significant digits, at most three decimals, and all digits of a whole number. */
function lastDigit(value) {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return Math.min(1, Math.max(0.001, 10 ** (magnitude - 2)));
}

/** The outcomes with a value. */
export function measuredOutcomes({ outcomes }) {
  return outcomes.filter(({ value }) => value !== undefined);
}
