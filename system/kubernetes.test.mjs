import { after, before, test } from 'node:test';
import { fixWithProof } from './kubernetes/fixWithProof.mjs';
import { openStage } from './kubernetes/openStage.mjs';
import { scaleForms } from './kubernetes/scaleForms.mjs';
import { validateGenerated } from './kubernetes/validateGenerated.mjs';

// A cluster that is not built yet is built first.
let stage;
before(
  async () => {
    stage = await openStage();
  },
  { timeout: 1_500_000 },
);
after(() => stage?.close(), { timeout: 120_000 });

const check = (name, go) =>
  test(name, { timeout: 600_000 }, context =>
    go({ ...stage, say: line => context.diagnostic(line) }),
  );

check(
  "the guide's batcher is measured, mended by its remedy, and measured again as promised",
  fixWithProof,
);
check(
  'the API server accepts every object that is generated',
  validateGenerated,
);
check(
  "the guide's HPA scales nothing, and each generated form of autoscaling does what it says",
  scaleForms,
);
