import { after, before, test } from 'node:test';
import { openStage } from './harness/openStage.mjs';
import { cancelRun } from './journeys/cancelRun.mjs';
import { fixWithProof } from './journeys/fixWithProof.mjs';
import { followManifest } from './journeys/followManifest.mjs';
import { goldenPath } from './journeys/goldenPath.mjs';
import { guardProduction } from './journeys/guardProduction.mjs';
import { lookAtPages } from './journeys/lookAtPages.mjs';
import { measureBlackBoxes } from './journeys/measureBlackBoxes.mjs';
import { plantChanges } from './journeys/plantChanges.mjs';
import { readReport } from './journeys/readReport.mjs';
import { readScorecards } from './journeys/readScorecards.mjs';
import { runNow } from './journeys/runNow.mjs';
import { switchOff } from './journeys/switchOff.mjs';
import { useKeyboard } from './journeys/useKeyboard.mjs';

// One portal for all: it takes a minute to start. The journeys come in this
// order, since the last one switches everything off.
let stage;
before(
  async () => {
    stage = await openStage();
  },
  { timeout: 400_000 },
);
after(() => stage?.close());

const journey = (name, go) => test(name, { timeout: 240_000 }, () => go(stage));

journey(
  'the first scheduled runs say the same on card, tab, API and in the log of the servers',
  readScorecards,
);
journey(
  'two black boxes with different delays come out different and right',
  measureBlackBoxes,
);
journey(
  'Run now shows its plan, keeps to it, never runs ahead of the server and ends in a new report',
  runNow,
);
journey(
  'a report has an address, a markdown export and a command that measures the same',
  readReport,
);
journey(
  'a cancelled run sends nothing any more and changes no outcome',
  cancelRun,
);
journey('the tab and the run dialog work with the keyboard alone', useKeyboard);
journey('the measured P50 follows maxLatency of the manifest', followManifest);
journey('production needs its name to be typed', guardProduction);
journey(
  'all pages are accessible and stay in their frame, light and dark, narrow and wide',
  lookAtPages,
);
journey(
  'a failing check is mended by its remedy, measured again, and keeps its promise by the log of the server',
  fixWithProof,
);
journey(
  'a planted change that does nothing or harm is never said to have helped, and is undone byte for byte',
  plantChanges,
);
journey(
  'the empty template makes a service that is measured from its first minute',
  goldenPath,
);
journey('the kill switch stops all load and the pages say so', switchOff);
