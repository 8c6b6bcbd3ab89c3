#!/usr/bin/env node
import fs from 'node:fs';
import { buildApp, copies } from './bundle-size/buildApp.mjs';
import { compareApps } from './bundle-size/compareApps.mjs';
import { measureApp } from './bundle-size/measureApp.mjs';
import { main } from './workspace/main.mjs';
import { say } from './workspace/say.mjs';
import { setUp } from './workspace/setUp.mjs';

const plugin = '@dynoscope/backstage-plugin-performance';

// What the plugin may add to an app, in bytes after gzip.
const limits = { firstLoad: 3_000, lazy: 60_000 };

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
