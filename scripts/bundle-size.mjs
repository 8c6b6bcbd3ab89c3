#!/usr/bin/env node
import fs from 'node:fs';
import { buildApp, copies } from './bundle-size/buildApp.mjs';
import { compareApps } from './bundle-size/compareApps.mjs';
import { measureApp } from './bundle-size/measureApp.mjs';
import { main } from './workspace/main.mjs';
import { say } from './workspace/say.mjs';
import { setUp } from './workspace/setUp.mjs';

const plugin = '@dynoscope/backstage-plugin-performance';

/*
 * What the plugin may add to an app, in bytes after gzip. Every visit pays for the first load. Pages are what an entity's
 * page, a report or a dialog loads: they grew from 60 kB when remedies, experiments and the comparison came. The form is
 * loaded by the scaffolder alone, and repeats what the two share, since neither may wait for the other.
 */
const limits = { firstLoad: 3_000, pages: 75_000, form: 25_000 };

main(async () => {
  const node = await setUp();
  say(`Building the app without and with ${plugin} …`);
  try {
    const without = measureApp(
      await buildApp(node, { name: 'without', leaveOut: plugin }),
    );
    const withPlugin = measureApp(await buildApp(node, { name: 'with' }));
    const { lines, isOver } = compareApps({ without, withPlugin, limits });
    lines.forEach(say);
    return isOver ? 1 : 0;
  } finally {
    fs.rmSync(copies, { recursive: true, force: true });
  }
});
