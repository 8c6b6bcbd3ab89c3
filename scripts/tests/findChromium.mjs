import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../workspace/Problem.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium to test in: the one that is named, or the system's. */
export function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  const candidates = named
    ? [named]
    : [
        ...process.env.PATH.split(path.delimiter).flatMap(folder =>
          names.map(name => path.join(folder, name)),
        ),
        ...macApplications,
      ];
  const found = candidates.find(file => fs.existsSync(file));
  if (found) return found;
  throw new Problem(
    named
      ? `PLAYWRIGHT_CHROMIUM_PATH is ${named}, where nothing is.`
      : 'there is no Chromium on the PATH: install it (`apt-get install chromium`), or name one with PLAYWRIGHT_CHROMIUM_PATH.',
  );
}
