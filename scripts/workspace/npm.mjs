import { Problem } from './Problem.mjs';

/** How to run the npm that belongs to the user's own Node. */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.c?js$/.test(cli)
    ? [process.execPath, [cli, ...args]]
    : ['npm', args];
}

/** Why a command that talks to the registry failed, in one line. */
export function explainFailure(what, { output, log }) {
  if (/ENOSPC|no space left/i.test(output)) {
    return new Problem(
      `${what} failed: no space left on the disk. Free about 4 GB and run it again.`,
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ECONNRESET|ETIMEDOUT|ERR_SOCKET|RequestError|CERT_/i.test(
      output,
    )
  ) {
    return new Problem(
      `${what} failed: the npm registry cannot be reached. Check the network, proxy and \`npm config get registry\`, then run it again (${log}).`,
    );
  }
  const lines = output.split('\n').filter(line => line.trim());
  const last = lines.find(line => /error|YN00(0[^0]|28)/i.test(line));
  return new Problem(
    `${what} failed: ${(
      last ||
      lines.pop() ||
      'no output'
    ).trim()} (more in ${log})`,
  );
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
