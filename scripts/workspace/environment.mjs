import fs from 'node:fs';
import path from 'node:path';
import { toolsFolder } from './root.mjs';

const npmSettingsToKeep =
  /^npm_config_(registry|userconfig|globalconfig|cache|cafile|ca|proxy|https_proxy|noproxy|strict_ssl)$/i;
const notForChildren =
  /^(npm_.*|INIT_CWD|PROJECT_CWD|BERRY_BIN_FOLDER|NODE_ENV|APP_CONFIG|BACKSTAGE_CLI_.*)$/i;

/**
 * The environment for a program that runs on `node`: without what npm, Yarn
 * or another Backstage left in ours, and with a home folder that can be
 * written to.
 */
export function childEnvironment(node, extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => npmSettingsToKeep.test(name) || !notForChildren.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    ...home(),
    ...(node.headers ? { npm_config_nodedir: node.headers } : {}),
    PATH: [path.dirname(node.bin), process.env.PATH].join(path.delimiter),
    ...extra,
  };
}

function home() {
  try {
    const folder = process.env.HOME || '';
    fs.accessSync(folder, fs.constants.W_OK);
    if (fs.statSync(folder).isDirectory()) return {};
  } catch {
    // no home, or one that cannot be written to: use a folder of our own
  }
  const own = path.join(toolsFolder, 'home');
  fs.mkdirSync(own, { recursive: true });
  return {
    HOME: own,
    npm_config_cache: path.join(own, '.npm'),
    XDG_CACHE_HOME: path.join(own, '.cache'),
    XDG_CONFIG_HOME: path.join(own, '.config'),
    XDG_DATA_HOME: path.join(own, '.local/share'),
  };
}
