import { Problem } from '../workspace/Problem.mjs';

/**
 * What the app with the plugin weighs more than the app without it.
 *
 * @param limits the bytes that `firstLoad` and `lazy` may grow by
 * @returns `lines` to print, and `isOver` when a limit is exceeded
 */
export function compareApps({ without, withPlugin, limits }) {
  const rows = [
    ['first load', 'firstLoad'],
    ['loaded later', 'lazy'],
  ].map(([title, part]) => {
    const before = total(without[part]);
    const after = total(withPlugin[part]);
    return {
      title,
      before,
      after,
      increase: after - before,
      limit: limits[part],
    };
  });
  const files = [...withPlugin.lazy]
    .map(([file, bytes]) => ({ bytes, folder: withPlugin.pluginFolder(file) }))
    .filter(({ folder }) => folder)
    .sort((one, other) => other.bytes - one.bytes);
  if (files.length === 0) {
    throw new Problem('the app with the plugin holds nothing of the plugin.');
  }
  const own = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    lines: [
      row('gzip', 'without', 'with', 'increase', 'limit'),
      ...rows.map(({ title, before, after, increase, limit }) =>
        [
          row(title, ...[before, after, increase, limit].map(kilobytes)),
          increase > limit ? 'over' : 'ok',
        ].join('  '),
      ),
      'Of what is loaded later:',
      ...files.map(({ bytes, folder }) => weight(bytes, `mostly ${folder}`)),
      weight(rows[1].increase - own, 'other packages'),
    ],
    isOver: rows.some(({ increase, limit }) => increase > limit),
  };
}

function total(sizes) {
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function row(title, ...cells) {
  return [title.padEnd(14), ...cells.map(cell => cell.padStart(12))].join('');
}

function weight(bytes, what) {
  return `${kilobytes(bytes).padStart(12)}  ${what}`;
}

/** Decimal, as browsers show it. */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(2)} kB`;
}
