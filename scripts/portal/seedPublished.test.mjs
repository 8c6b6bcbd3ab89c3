import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root } from '../workspace/root.mjs';
import { demoServices } from './portalParts.mjs';
import { seedPublished } from './seedPublished.mjs';

const published = fs.mkdtempSync(path.join(os.tmpdir(), 'dynoscope-seed-'));
after(() => fs.rmSync(published, { recursive: true }));

test('the published folder starts with the manifests of the demo, and keeps what was changed', () => {
  const examples = path.join(root, 'examples/manifests');
  const seed = () =>
    seedPublished({ examples, published, services: demoServices });
  const file = name => path.join(published, name, 'inference-service.yaml');

  seed();
  for (const name of demoServices) {
    assert.equal(
      fs.readFileSync(file(name), 'utf8'),
      fs.readFileSync(path.join(examples, `${name}.yaml`), 'utf8'),
    );
  }
  fs.writeFileSync(file(demoServices[0]), 'mine');
  fs.rmSync(file(demoServices[1]));
  seed();
  assert.equal(fs.readFileSync(file(demoServices[0]), 'utf8'), 'mine');
  assert.ok(fs.existsSync(file(demoServices[1])));
});
