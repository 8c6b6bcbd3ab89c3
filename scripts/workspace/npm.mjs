import { Problem } from './Problem.mjs';

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ECONNRESET|ETIMEDOUT|ERR_SOCKET|RequestError|CERT_/;
/** Yarn's codes for progress and for warnings. */
const notAnError = /YN00(00|02|05|07|13|19|60|61|62|66|76|85|86):/;

/** How to run the npm that belongs to the user's own Node. */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.c?js$/.test(cli)
    ? [process.execPath, [cli, ...args]]
    : ['npm', args];
}

/** Why a command that talks to the registry failed, in one line. */
export function explainFailure(what, { output, log }) {
  return new Problem(`${what} failed: ${explain(output)} (more in ${log})`);
}

function explain(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return 'no space is left on the disk; free about 4 GB and run it again';
  }
  if (/YN0028:/.test(output)) {
    return 'yarn.lock does not fit the package.json files; run `npm run yarn -- install` and commit it';
  }
  if (unreachable.test(output)) {
    return 'the npm registry cannot be reached; check the network, the proxy and `npm config get registry`, and run it again';
  }
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !notAnError.test(line));
  const telling = lines.find(line => /YN\d{4}:|error/i.test(line));
  return telling || lines.pop() || 'it said nothing';
}

/** Turns "cannot be started" into a line that names the missing tool. */
export function explainMissing(tool) {
  return error => {
    if (error.code === 'ENOENT') {
      throw new Problem(
        `${tool} is not on the PATH. It comes with Node: install Node 22 or 24 with npm.`,
      );
    }
    throw error;
  };
}
