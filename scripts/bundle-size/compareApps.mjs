import { Problem } from '../workspace/Problem.mjs';
import { form as formFolder } from './measureApp.mjs';

/**
 * What the app with the plugin weighs more than the app without it, by purpose:
 * what every visit loads, what the form of the template loads by itself, and all
 * else that is loaded later, which the entity pages, reports and dialogs share.
 *
 * @param limits the bytes that `firstLoad`, `pages` and `form` may grow by
 * @returns `lines` to print, and `isOver` when a limit is exceeded
 */
export function compareApps({ without, withPlugin, limits }) {
  const files = [...withPlugin.lazy]
    .map(([file, bytes]) => ({ bytes, folder: withPlugin.pluginFolder(file) }))
    .filter(({ folder }) => folder)
    .sort((one, other) => other.bytes - one.bytes);
  if (files.length === 0) {
    throw new Problem('the app with the plugin holds nothing of the plugin.');
  }
  const form = sum(files.filter(({ folder }) => folder === formFolder));
  const others = total(withPlugin.lazy) - total(without.lazy) - sum(files);
  // Where the bundler shares more once the plugin is there, that is no room for the plugin to grow into.
  const pages = sum(files) - form + Math.max(0, others);
  const rows = [
    {
      title: 'first load',
      increase: total(withPlugin.firstLoad) - total(without.firstLoad),
      limit: limits.firstLoad,
    },
    { title: 'pages', increase: pages, limit: limits.pages },
    { title: 'form', increase: form, limit: limits.form },
  ];
  return {
    lines: [
      row('gzip', 'increase', 'limit'),
      ...rows.map(({ title, increase, limit }) =>
        [
          row(title, ...[increase, limit].map(kilobytes)),
          increase > limit ? 'over' : 'ok',
        ].join('  '),
      ),
      'Of what is loaded later:',
      ...files.map(({ bytes, folder }) => weight(bytes, `mostly ${folder}`)),
      weight(others, 'other packages'),
    ],
    isOver: rows.some(({ increase, limit }) => increase > limit),
  };
}

function sum(files) {
  return files.reduce((bytes, file) => bytes + file.bytes, 0);
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
